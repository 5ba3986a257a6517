import { textOf, type Row } from '../client.ts';
import { isAccepted, isSince, isWithin, meanRating, monthOf, rated, share } from './arithmetic.ts';
import { meaning, type CheckedMeaning, type Meaning } from './meaning.ts';
import type { Raw, RawAccount, RawAnswer, RawInvitation } from './raw.ts';

const wasSent = ({ sentAt }: RawInvitation): boolean => sentAt !== null;
const wasAnswered = ({ status }: RawInvitation): boolean => status === 'Answered';
const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => items.filter(holds).length;

const RESPONSE_RATE: Meaning<RawInvitation>['figures'] = {
  'Response rate': (list) => share(count(list, wasAnswered), list.length),
  'Sent (n)': (list) => list.length,
  Answered: (list) => count(list, wasAnswered),
};

const requestedInAYear: Meaning<RawInvitation>['of'] = ({ invitations }, viewer) =>
  invitations.filter(({ requestedAt }) => isWithin(requestedAt, 'LAST_N_DAYS:365', viewer));

/** An invitation with the answers to it. */
interface Asked {
  readonly invitation: RawInvitation;
  readonly answers: readonly RawAnswer[];
}

const counted = (list: readonly Asked[]): readonly RawAnswer[] => list.flatMap(({ answers }) => answers).filter(isAccepted);

function asked({ invitations, answers }: Raw): readonly Asked[] {
  const byInvitation = Map.groupBy(answers, ({ invitation }) => invitation);
  return invitations.map((invitation) => ({ invitation, answers: byInvitation.get(invitation.id) ?? [] }));
}

/** Accounts that have a pulse. */
function withPulse({ accounts, accountPulses }: Raw): readonly RawAccount[] {
  const known = new Set(accountPulses.map((row) => row['Account__c']));
  return accounts.filter(({ id }) => known.has(id));
}

const notAsked: Meaning<RawAccount>['of'] = (raw, viewer) => {
  const sent = raw.invitations.filter(({ sentAt }) => isWithin(sentAt, 'LAST_N_DAYS:365', viewer));
  const reached = new Set(sent.map(({ account }) => account?.id));
  return withPulse(raw).filter(({ id, onHold }) => !reached.has(id) && !onHold);
};

const CUSTOMERS: Pick<Meaning<RawAccount>, 'figures' | 'records'> = {
  figures: {
    Customers: (list) => list.length,
    'Sum of Annual Revenue': (list) => list.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0),
  },
  records: { column: 'Account.Name', id: ({ id }) => id },
};

const answersBy = (figure: string, of: Meaning<RawAnswer>['of'], by: Meaning<RawAnswer>['by'], listed: boolean): CheckedMeaning =>
  meaning<RawAnswer>({
    figure,
    of,
    by,
    figures: { 'Answers (n)': (answers) => answers.length },
    ...(listed ? { records: { column: 'PulseResponse__c.Name', id: ({ id }: RawAnswer) => id } } : {}),
  });

/** Whether a change took an unhappy answer out, or was made by the owner of the account. */
function isToWatch(row: Row): boolean {
  const { Response__r: response } = row;
  const rating = typeof response === 'object' && response !== null && 'Rating__c' in response ? response['Rating__c'] : null;
  const unhappy = row['Kind__c'] === 'Exclude' && typeof rating === 'number' && rating <= 6;
  return unhappy || row['ByAccountOwner__c'] === true;
}

/** Who is asked, who answers, and whether the data can be trusted. */
export const PROGRAMME_MEANINGS: Readonly<Record<string, CheckedMeaning>> = {
  ResponseRate: meaning<RawInvitation>({
    figure: 'answered of sent invitations, by month of sending',
    of: ({ invitations }, viewer) =>
      invitations.filter((invitation) => wasSent(invitation) && isSince(invitation.sentAt, 'LAST_N_MONTHS:12', viewer)),
    by: [({ sentAt }, viewer) => monthOf(sentAt ?? '', viewer)],
    figures: RESPONSE_RATE,
  }),
  ResponseRateByTouchpoint: meaning<RawInvitation>({
    figure: 'answered of sent invitations, by touchpoint',
    of: ({ invitations }, viewer) => invitations.filter(({ sentAt }) => isWithin(sentAt, 'LAST_N_DAYS:365', viewer)),
    by: [({ touchpoint }) => touchpoint],
    figures: RESPONSE_RATE,
  }),
  SuppressionRate: meaning<RawInvitation>({
    figure: 'requests that asked nobody, by touchpoint',
    of: requestedInAYear,
    by: [({ touchpoint }) => touchpoint],
    figures: {
      Suppressed: (list) => share(count(list, isSuppressed), list.length),
      'Requests (n)': (list) => list.length,
      'Not asked': (list) => count(list, isSuppressed),
    },
  }),
  SuppressionReasons: meaning<RawInvitation>({
    figure: 'why nobody was asked, by program',
    of: (raw, viewer) => requestedInAYear(raw, viewer).filter(isSuppressed),
    by: [({ suppressionReason }) => suppressionReason],
    across: [({ program }) => program],
    figures: { 'Requests (n)': (list) => list.length },
  }),
  SurveysCompared: meaning<Asked>({
    figure: 'response rate and average rating by survey',
    of: (raw, viewer) => asked(raw).filter(({ invitation: { sentAt } }) => isWithin(sentAt, 'LAST_N_DAYS:365', viewer)),
    by: [({ invitation }) => invitation.survey],
    figures: {
      'Response rate': (list) =>
        share(
          count(list, ({ invitation }) => wasAnswered(invitation)),
          list.length,
        ),
      'Sent (n)': (list) => list.length,
      Answered: (list) => count(list, ({ invitation }) => wasAnswered(invitation)),
      'Average rating': (list) => meanRating(counted(list)),
      'Rated answers': (list) => rated(counted(list)),
      'Record Count': (list) => list.reduce((sum, { answers }) => sum + Math.max(1, answers.length), 0),
    },
  }),
  NotAsked: meaning<RawAccount>({
    figure: 'customers with a pulse whom nobody asked for a year',
    of: notAsked,
    by: [({ owner }) => owner],
    ...CUSTOMERS,
  }),
  MyCustomersToAsk: meaning<RawAccount>({
    figure: 'my customers whom nobody asked for a year',
    of: (raw, viewer) => notAsked(raw, viewer).filter(({ ownerId }) => ownerId === viewer.id),
    by: [({ segment }) => segment],
    ...CUSTOMERS,
  }),
  AnswersByStatus: meaning<RawAnswer>({
    figure: 'answers by status and month',
    of: ({ answers }, viewer) => answers.filter(({ respondedAt }) => isSince(respondedAt, 'LAST_N_MONTHS:12', viewer)),
    by: [({ respondedAt }, viewer) => monthOf(respondedAt, viewer)],
    across: [({ status }) => status],
    figures: { 'Answers (n)': (answers) => answers.length, 'Rated share': (answers) => share(rated(answers), answers.length) },
  }),
  QuarantinedAnswers: answersBy(
    'answers in quarantine, by reason',
    ({ answers }) => answers.filter(({ status }) => status === 'Quarantined'),
    [({ quarantineReason }) => quarantineReason],
    true,
  ),
  UnlinkedAnswers: answersBy(
    'answers of nobody we know, by source and why',
    ({ answers }, viewer) =>
      answers.filter(
        ({ contact, ofLead, erasedOn, respondedAt }) =>
          contact === undefined && !ofLead && erasedOn === null && isWithin(respondedAt, 'LAST_N_DAYS:365', viewer),
      ),
    [({ source }) => source, ({ matchedBy }) => matchedBy],
    false,
  ),
  ManualChanges: meaning<Row>({
    figure: 'changes by people, by kind and month',
    of: ({ overrides }, viewer) => overrides.filter((row) => isSince(textOf(row['CreatedDate']), 'LAST_N_MONTHS:12', viewer)),
    by: [(row, viewer) => monthOf(textOf(row['CreatedDate']), viewer)],
    across: [(row) => row['Kind__c'] ?? null],
    figures: { 'Changes (n)': (rows) => rows.length },
  }),
  ChangesToWatch: meaning<Row>({
    figure: 'unhappy answers taken out, changes by the account owner',
    of: ({ overrides }, viewer) =>
      overrides.filter((row) => isToWatch(row) && isWithin(textOf(row['CreatedDate']), 'LAST_N_DAYS:365', viewer)),
    by: [(row) => row['Kind__c'] ?? null],
    figures: { 'Changes (n)': (rows) => rows.length },
    records: { column: 'PulseOverride__c.Name', id: (row) => row['Id'] ?? null },
  }),
  ChecksOfFigures: meaning<Row>({
    figure: 'the last 20 checks of all figures',
    of: ({ checks }) =>
      [...checks].sort((one, other) => (textOf(one['StartedAt__c']) < textOf(other['StartedAt__c']) ? 1 : -1)).slice(0, 20),
    by: [],
    figures: {},
    records: { column: 'PulseCheck__c.Name', id: (row) => row['Id'] ?? null },
  }),
};

function isSuppressed({ status }: RawInvitation): boolean {
  return status === 'Suppressed';
}
