import { z } from 'zod';

/** What an answer can be matched by, in the order in which it is tried unless the configuration says otherwise. */
export const matchRules = ['invitation', 'contactId', 'contactKey', 'email', 'phone', 'lead'] as const;

export type MatchBy = (typeof matchRules)[number];

/** How one of several contacts with the same address or number is chosen. */
const choices = ['invited', 'mostRecentlyActive', 'review'] as const;

export type Choice = (typeof choices)[number];

const apiName = z.string().regex(/^[A-Za-z]\w*$/, 'must be the API name of a field, such as CustomerNumber__c');

/** Section `match` of the configuration: whose answer it is. */
export const matchSettings = z.strictObject({
  rules: z
    .array(z.enum(matchRules))
    .min(1, 'must name at least one rule')
    .refine((rules) => new Set(rules).size === rules.length, 'names a rule twice')
    .default([...matchRules])
    .describe('What an answer is matched by; the first that finds somebody decides.'),
  contactKeyField: apiName
    .optional()
    .describe('Field of Contact (an external id) that the field contact_key of an answer holds, such as CustomerNumber__c.'),
  severalContacts: z
    .array(z.enum(choices))
    .min(1, 'must name at least one way')
    .default(['invited', 'mostRecentlyActive'])
    .describe(
      'Which of several contacts with one address or number gave the answer: the one who was invited, else the one with the latest activity; "review": none, people decide.',
    ),
  phoneFields: z
    .array(apiName)
    .min(1, 'must name at least one field')
    .max(5, 'names more than five fields')
    .default(['MobilePhone', 'Phone'])
    .describe('Fields of Contact that hold phone numbers.'),
  phoneFormats: z
    .enum(['any', 'E.164'])
    .default('any')
    .describe(
      'How numbers are written there. "any": found however they are written, which looks at every contact; "E.164": only as +31201234567, for fields that are indexed and kept in that form.',
    ),
  phoneCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be the two capital letters of a country, such as NL')
    .optional()
    .describe('Country of numbers that begin without + or 00.'),
  cacheSeconds: z
    .number()
    .min(0)
    .max(86_400)
    .default(300)
    .describe('How long what the org said about a contact is believed; that it has none, a fifth of that.'),
  cacheEntries: z.number().int().min(100).max(1_000_000).default(20_000).describe('Most look-ups remembered.'),
  optOut: z
    .enum(['doNotAskList', 'contact', 'ignore'])
    .default('doNotAskList')
    .describe(
      "Where it is written that somebody asks not to be asked again: the list of addresses, or the contact's own field as well (needs edit access to contacts), or nowhere.",
    ),
  rematchMinutes: z
    .number()
    .min(1)
    .max(1_440)
    .default(15)
    .describe('How often contacts that were created or changed are looked at for answers that could not be linked.'),
  rematchAllHours: z.number().min(1).max(720).default(24).describe('How often every unlinked answer of the store is looked up again.'),
});

export type MatchSettings = z.infer<typeof matchSettings>;

export const defaultMatchSettings: MatchSettings = matchSettings.parse({});
