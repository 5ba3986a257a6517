import type { Config } from '../../config/configSchema.ts';

/** What the service does with an object of the org: what its user must be able to. */
export interface Need {
  readonly object: string;
  readonly create: readonly string[];
  readonly update: readonly string[];
  readonly read: readonly string[];
  readonly remove?: boolean;
  /** What does not work without it. */
  readonly for: string;
}

const content = ['RespondedAt__c', 'Rating__c', 'SourceUpdatedAt__c', 'Comment__c', 'Answer1__c', 'Answer2__c', 'Answer3__c', 'Answer4__c'];
const contentRest = ['Answer5__c', 'Touchpoint__c', 'Channel__c', 'Language__c', 'Survey__c', 'Program__c', 'CommentHash__c'];
const links = ['ContactPulse__c', 'Contact__c', 'Account__c', 'Case__c', 'Opportunity__c', 'Invitation__c'];

const always: readonly Need[] = [
  need('PulseSurvey__c', { create: ['Key__c', 'Name', 'Program__c', 'Touchpoint__c', 'Question__c'], for: 'answers of new surveys' }),
  need('AccountPulse__c', { create: ['Key__c', 'Account__c'], for: 'answers of accounts that have none yet' }),
  need('ContactPulse__c', { create: ['Key__c', 'AccountPulse__c', 'Contact__c', 'Lead__c'], for: 'answers of people who have none yet' }),
  need('PulseResponse__c', {
    create: ['ExternalId__c', ...links, 'Source__c', 'MatchedBy__c', 'MatchNote__c', ...content, ...contentRest],
    update: [...content, ...contentRest],
    for: 'every answer',
  }),
  need('PulseReason__c', { create: ['Key__c', 'Response__c', 'Reason__c', 'GivenBy__c'], remove: true, for: 'reasons of answers' }),
  need('PulseCheck__c', {
    create: ['Result__c', 'StartedAt__c', 'FinishedAt__c', 'DifferenceCount__c', 'Details__c'],
    for: 'customer-pulse verify',
  }),
  need('PulseOverride__c', {
    create: ['Response__c', 'Kind__c', 'ToContactPulse__c', 'Why__c'],
    for: 'linking answers to people who appear after them',
  }),
  need('PulseSetupStep__c', {
    create: ['Key__c', 'Status__c', 'Source__c', 'CheckedAt__c', 'Detail__c'],
    update: ['Status__c', 'Detail__c'],
    for: 'what doctor tells the setup page',
  }),
  need('Contact', { read: ['Email', 'AccountId'], for: 'finding whose answer it is' }),
  need('Account', { read: ['Name'], for: 'finding whose answer it is' }),
];

/** What the service needs with this configuration. */
export function needsOf({ match, invitations }: Pick<Config, 'match' | 'invitations'>): readonly Need[] {
  const phones = match.rules.includes('phone') ? match.phoneFields : [];
  return [
    ...always,
    ...(phones.length === 0 ? [] : [need('Contact', { read: phones, for: 'matching by phone (match.phoneFields)' })]),
    ...(match.contactKeyField === undefined
      ? []
      : [need('Contact', { read: [match.contactKeyField], for: 'matching by your own key (match.contactKeyField)' })]),
    ...(match.rules.includes('lead') ? [need('Lead', { read: ['Email'], for: 'matching leads' })] : []),
    ...(match.optOut === 'ignore'
      ? []
      : [need('PulseDoNotAsk__c', { create: ['Key__c', 'Program__c'], for: 'people who ask not to be asked again' })]),
    ...(match.optOut === 'contact' ? [need('Contact', { update: ['PulseOptOut__c'], for: 'opt-outs on the contact (match.optOut)' })] : []),
    ...(invitations.senders.length === 0
      ? []
      : [
          need('PulseInvitation__c', {
            update: ['Status__c', 'ClaimedBy__c', 'ClaimedUntil__c', 'SentAt__c', 'FailureReason__c'],
            read: ['Email__c', 'SendAfter__c', 'ExpiresAt__c', 'Survey__c', 'RemindAt__c'],
            for: 'sending invitations',
          }),
        ]),
  ];
}

function need(object: string, what: Partial<Omit<Need, 'object' | 'for'>> & Pick<Need, 'for'>): Need {
  return { object, create: [], update: [], read: [], ...what };
}
