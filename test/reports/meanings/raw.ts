import { Reach } from '../reach.ts';
import { textOf, type Client, type Json, type Row } from '../client.ts';

/** An answer as the customer gave it: no flag, formula or roll-up of the package stands in it. */
export interface RawAnswer {
  readonly id: string;
  readonly rating: number | null;
  readonly respondedAt: string;
  readonly status: string;
  /** Of its survey; of the answer itself where it has none. */
  readonly program: string;
  readonly touchpoint: string | null;
  readonly channel: string | null;
  readonly source: string | null;
  readonly quarantineReason: string | null;
  readonly matchedBy: string | null;
  readonly survey: string | null;
  readonly contact: RawContact | undefined;
  readonly account: RawAccount | undefined;
  readonly contactPulse: string;
  readonly accountPulse: string;
  /** Whether the respondent is a lead. */
  readonly ofLead: boolean;
  readonly recordedBy: string | null;
  readonly erasedOn: string | null;
  readonly invitation: string | null;
}

export interface RawAccount {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly ownerDepartment: string | null;
  readonly segment: string | null;
  readonly country: string | null;
  readonly industry: string | null;
  readonly revenue: number | null;
  readonly onHold: boolean;
}

export interface RawContact {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  readonly account: string | null;
}

export interface RawFollowUp {
  readonly id: string;
  readonly kind: string | null;
  readonly status: string;
  readonly outcome: string | null;
  readonly rootCause: string | null;
  readonly priority: string | null;
  readonly touchpoint: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly answeredAt: string | null;
  /** Rating of the respondent's next answer, as it was found in the night after it came. */
  readonly nextRating: number | null;
  /** Of the answer that it follows up. */
  readonly rating: number | null;
  readonly response: RawAnswer | undefined;
  readonly account: RawAccount | undefined;
  readonly ownerId: string;
  readonly owner: string;
}

export interface RawReason {
  readonly reason: string;
  readonly givenBy: string | null;
  readonly overruled: boolean;
  readonly answer: RawAnswer;
}

export interface RawInvitation {
  readonly id: string;
  readonly status: string;
  readonly suppressionReason: string | null;
  readonly survey: string | null;
  readonly program: string | null;
  readonly touchpoint: string | null;
  readonly requestedAt: string | null;
  readonly sentAt: string | null;
  readonly account: RawAccount | undefined;
}

/** All that a viewer reaches. */
export interface Raw {
  /** Of the organization, by which flows count days. */
  readonly timeZone: string;
  readonly accounts: readonly RawAccount[];
  readonly answers: readonly RawAnswer[];
  readonly followUps: readonly RawFollowUp[];
  readonly reasons: readonly RawReason[];
  readonly invitations: readonly RawInvitation[];
  readonly snapshots: readonly Row[];
  readonly accountPulses: readonly Row[];
  readonly overrides: readonly Row[];
  readonly checks: readonly Row[];
}

const nullable = (value: Json | undefined): string | null => (value === null || value === undefined ? null : textOf(value));
const numeric = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);
const within = (value: Json | undefined): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};

/**
 * Reads the org's records, those that somebody reaches. The administrator reads, so that no hidden field is missed.
 */
export async function readRaw(admin: Client, reach = new Reach()): Promise<Raw> {
  const read = async (object: string, fields: string): Promise<readonly Row[]> =>
    reach.of(object, await admin.query(`SELECT Id, ${fields} FROM ${object}`));
  const users = new Map((await admin.query('SELECT Id, Name, Department FROM User')).map((user) => [user['Id'], user]));
  const accounts = (await read('Account', ACCOUNTS)).map((row) => accountOf(row, users));
  const accountBy = new Map(accounts.map((account) => [account.id, account]));
  const contacts = new Map((await read('Contact', 'Name, Department, AccountId')).map((row) => [textOf(row['Id']), contactOf(row)]));
  const answers = (await read('PulseResponse__c', ANSWERS)).map((row) => answerOf(row, accountBy, contacts));
  const answerBy = new Map(answers.map((answer) => [answer.id, answer]));
  const queues = (await admin.query("SELECT Id, Name FROM Group WHERE Type = 'Queue'")).map((row) => [row['Id'], row] as const);
  const owners = new Map([...users, ...queues]);
  const [organization] = await admin.query('SELECT TimeZoneSidKey FROM Organization');
  return {
    timeZone: textOf(organization?.['TimeZoneSidKey']),
    accounts,
    answers,
    followUps: (await read('PulseFollowUp__c', FOLLOW_UPS)).map((row) => followUpOf(row, accountBy, answerBy, owners)),
    reasons: (await read('PulseReason__c', 'Reason__c, GivenBy__c, Overruled__c, Response__c')).flatMap((row) => reasonOf(row, answerBy)),
    invitations: (await read('PulseInvitation__c', INVITATIONS)).map((row) => invitationOf(row, accountBy)),
    snapshots: await read('PulseSnapshot__c', SNAPSHOTS),
    accountPulses: await read('AccountPulse__c', 'Account__c, Target__c, YellowFrom__c, MinAnswers__c'),
    overrides: await read('PulseOverride__c', 'Kind__c, CreatedDate, ByAccountOwner__c, Response__r.Rating__c'),
    checks: await read('PulseCheck__c', 'StartedAt__c'),
  };
}

const ACCOUNTS = 'Name, OwnerId, PulseSegment__c, BillingCountry, Industry, AnnualRevenue, PulseOnHold__c';
const ANSWERS =
  'Rating__c, RespondedAt__c, Status__c, Program__c, Survey__c, Survey__r.Program__c, Survey__r.Name, Touchpoint__c, Channel__c, Source__c, ' +
  'QuarantineReason__c, MatchedBy__c, Contact__c, Account__c, ContactPulse__c, ContactPulse__r.AccountPulse__c, ContactPulse__r.Lead__c, RecordedBy__c, ErasedOn__c, Invitation__c';
const FOLLOW_UPS =
  'Kind__c, Status__c, Outcome__c, RootCause__c, Priority__c, Touchpoint__c, DueAt__c, CreatedDate, ResolvedAt__c, AnsweredAt__c, NextRating__c, Response__r.Rating__c, ' +
  'Response__c, Account__c, OwnerId';
const INVITATIONS = 'Status__c, SuppressionReason__c, Survey__r.Name, Program__c, Touchpoint__c, RequestedAt__c, SentAt__c, Account__c';
const SNAPSHOTS =
  'Month__c, RatingSum__c, RatingCount__c, PromoterCount__c, DetractorCount__c, RelationalCount__c, RelationalPromoterCount__c, ' +
  'RelationalDetractorCount__c, OverdueFollowUpCount__c';

function accountOf(row: Row, users: ReadonlyMap<Json | undefined, Row>): RawAccount {
  const owner = users.get(row['OwnerId']) ?? {};
  return {
    id: textOf(row['Id']),
    name: textOf(row['Name']),
    ownerId: textOf(row['OwnerId']),
    owner: textOf(owner['Name']),
    ownerDepartment: nullable(owner['Department']),
    segment: nullable(row['PulseSegment__c']),
    country: nullable(row['BillingCountry']),
    industry: nullable(row['Industry']),
    revenue: numeric(row['AnnualRevenue']),
    onHold: row['PulseOnHold__c'] === true,
  };
}

function contactOf(row: Row): RawContact {
  return {
    id: textOf(row['Id']),
    name: textOf(row['Name']),
    department: nullable(row['Department']),
    account: nullable(row['AccountId']),
  };
}

function answerOf(row: Row, accounts: ReadonlyMap<string, RawAccount>, contacts: ReadonlyMap<string, RawContact>): RawAnswer {
  const survey = within(row['Survey__r']);
  return {
    id: textOf(row['Id']),
    rating: numeric(row['Rating__c']),
    respondedAt: textOf(row['RespondedAt__c']),
    status: textOf(row['Status__c']),
    program: textOf(row['Survey__c'] === null ? row['Program__c'] : survey['Program__c']),
    touchpoint: nullable(row['Touchpoint__c']),
    channel: nullable(row['Channel__c']),
    source: nullable(row['Source__c']),
    quarantineReason: nullable(row['QuarantineReason__c']),
    matchedBy: nullable(row['MatchedBy__c']),
    survey: nullable(survey['Name']),
    contact: contacts.get(textOf(row['Contact__c'])),
    account: accounts.get(textOf(row['Account__c'])),
    contactPulse: textOf(row['ContactPulse__c']),
    accountPulse: textOf(within(row['ContactPulse__r'])['AccountPulse__c']),
    ofLead: nullable(within(row['ContactPulse__r'])['Lead__c']) !== null,
    recordedBy: nullable(row['RecordedBy__c']),
    erasedOn: nullable(row['ErasedOn__c']),
    invitation: nullable(row['Invitation__c']),
  };
}

function followUpOf(
  row: Row,
  accounts: ReadonlyMap<string, RawAccount>,
  answers: ReadonlyMap<string, RawAnswer>,
  owners: ReadonlyMap<Json | undefined, Row>,
): RawFollowUp {
  return {
    id: textOf(row['Id']),
    kind: nullable(row['Kind__c']),
    status: textOf(row['Status__c']),
    outcome: nullable(row['Outcome__c']),
    rootCause: nullable(row['RootCause__c']),
    priority: nullable(row['Priority__c']),
    touchpoint: nullable(row['Touchpoint__c']),
    dueAt: nullable(row['DueAt__c']),
    createdAt: textOf(row['CreatedDate']),
    resolvedAt: nullable(row['ResolvedAt__c']),
    answeredAt: nullable(row['AnsweredAt__c']),
    nextRating: numeric(row['NextRating__c']),
    rating: numeric(within(row['Response__r'])['Rating__c']),
    response: answers.get(textOf(row['Response__c'])),
    account: accounts.get(textOf(row['Account__c'])),
    ownerId: textOf(row['OwnerId']),
    owner: textOf(owners.get(row['OwnerId'])?.['Name']),
  };
}

function reasonOf(row: Row, answers: ReadonlyMap<string, RawAnswer>): readonly RawReason[] {
  const answer = answers.get(textOf(row['Response__c']));
  if (answer === undefined) return [];
  return [{ reason: textOf(row['Reason__c']), givenBy: nullable(row['GivenBy__c']), overruled: row['Overruled__c'] === true, answer }];
}

function invitationOf(row: Row, accounts: ReadonlyMap<string, RawAccount>): RawInvitation {
  return {
    id: textOf(row['Id']),
    status: textOf(row['Status__c']),
    suppressionReason: nullable(row['SuppressionReason__c']),
    survey: nullable(within(row['Survey__r'])['Name']),
    program: nullable(row['Program__c']),
    touchpoint: nullable(row['Touchpoint__c']),
    requestedAt: nullable(row['RequestedAt__c']),
    sentAt: nullable(row['SentAt__c']),
    account: accounts.get(textOf(row['Account__c'])),
  };
}
