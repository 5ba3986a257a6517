import { z } from 'zod';
import { filePath } from '../filePath.ts';
import { otherSurveys, senderSection, surveysOf, type SenderSection } from './senders/kinds.ts';

const zone = z
  .string()
  .refine((name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'must be the name of a time zone such as Europe/Copenhagen')
  .default('UTC');

/** A folder of request files. */
export const requestFolder = z.strictObject({
  path: filePath().describe('Folder that is watched; `done` and `failed` are made in it.'),
  survey: z.string().min(1).max(255).optional().describe('Key of the survey for files that have no column for it.'),
  everySeconds: z.number().int().min(1).max(3600).default(10).describe('How often the folder is looked at.'),
  settleSeconds: z
    .number()
    .min(0)
    .max(3600)
    .default(5)
    .describe('A file is taken when it has not changed for so long. Better still: write it under another name, then rename it.'),
});

/** Who sends which invitations, and how. Without senders nothing is polled and nothing is sent. */
export const invitationsSettings = z.strictObject({
  senders: z
    .array(senderSection)
    .default([])
    .describe('Who sends. Each names the surveys it is for; at most one sends those that nobody names.')
    .superRefine(eachSurveyOnce),
  everySeconds: z.number().int().min(5).max(3600).default(60).describe('How often the org is asked what is due.'),
  claimMinutes: z
    .number()
    .int()
    .min(5)
    .max(240)
    .default(15)
    .describe('How long an invitation is held. After that another sender may take it, unless it was sent.'),
  batchSize: z.number().int().min(1).max(200).default(200).describe('How many are taken at once.'),
  timeZone: zone.describe('Where the day of the daily cap begins at midnight.'),
  phones: z
    .boolean()
    .default(false)
    .describe('Whether senders get the phone numbers of contacts. The user of the service must then be able to read Phone and Mobile.'),
  reminders: z.boolean().default(true).describe('Whether reminders are sent for surveys that ask for them.'),
  requests: requestFolder.optional().describe('A folder of CSV files, each row a request to ask somebody.'),
});

export type RequestFolder = z.output<typeof requestFolder>;
export type InvitationsSettings = z.output<typeof invitationsSettings>;

/** Two senders for one survey would send it twice; which of them should is for a person to say. */
function eachSurveyOnce(senders: readonly SenderSection[], context: z.RefinementCtx): void {
  const taken = new Map<string, string>();
  senders.forEach((sender, index) => {
    const { name } = sender;
    if (senders.findIndex((other) => other.name === name) !== index) {
      context.addIssue({ code: 'custom', path: [index, 'name'], message: `two senders are called ${name}` });
    }
    for (const survey of surveysOf(sender)) {
      const other = taken.get(survey);
      if (other !== undefined) {
        const what = survey === otherSurveys ? 'the surveys that nobody names' : `the survey ${survey}`;
        context.addIssue({ code: 'custom', path: [index, 'surveys'], message: `${other} sends ${what} already` });
      }
      taken.set(survey, name);
    }
  });
}
