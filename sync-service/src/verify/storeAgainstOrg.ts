import type { Answer } from '../answer.ts';
import { contentOf } from '../push/wireRecords.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import { queryAll } from '../salesforce/composite.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { queriesByValue } from '../salesforce/soql.ts';
import type { KnownAnswer, Store } from '../store/store.ts';

/** An answer on which store and org do not agree. */
export interface StoreDifference {
  readonly externalId: string;
  /** Names of fields of PulseResponse__c; none for an answer that is not there. Never their values. */
  readonly fields: readonly string[];
}

/** What a comparison of store and org has found. */
export interface StoreReport {
  /** Answers the org should have. */
  readonly compared: number;
  /** Only their keys are left in the store (retention): it was compared whether they are there. */
  readonly reduced: number;
  /** The org does not have them, and no erasure says why. */
  readonly missing: number;
  /** Erased in the org on purpose. */
  readonly erased: number;
  /** There, with other content. */
  readonly different: number;
  /** The org has a newer version, from another store or machine. */
  readonly newerInOrg: number;
  /** Answers in the store that the org does not have yet, by state. */
  readonly waiting: number;
  readonly parked: number;
  readonly dead: number;
  /** Answers of the store's sources that are in the org and not in the store, by source: brought by another store or machine. */
  readonly others: Readonly<Record<string, number>>;
  /** The first of those that are missing or different. */
  readonly differences: readonly StoreDifference[];
  readonly apiCalls: number;
  readonly seconds: number;
}

type ComparedStore = Pick<Store, 'pushedAnswers' | 'knownAnswers' | 'counts'>;

const pageSize = 1_000;
/** Differences that a report names. */
const mostNamed = 500;

const compared = [
  'Rating__c',
  'RespondedAt__c',
  'SourceUpdatedAt__c',
  'Comment__c',
  ...[1, 2, 3, 4, 5].map((number) => `Answer${number}__c`),
  'Touchpoint__c',
  'Channel__c',
  'Language__c',
];

/**
 * Compares every answer that the store believes to be in the org with what is there, in pages: presence and content, never what
 * people may change (status, links). What differs is looked at twice, for answers move on meanwhile.
 * @throws OrgUnavailable when the org cannot be asked
 */
export async function compareStore(
  store: ComparedStore,
  client: SalesforceClient,
  progress?: (compared: number) => void,
): Promise<StoreReport> {
  const started = performance.now();
  const callsBefore = client.calls;
  const count = { compared: 0, reduced: 0, missing: 0, erased: 0, different: 0, newerInOrg: 0 };
  const differences: StoreDifference[] = [];
  const present = new Map<string, number>();
  for (let after = 0; ;) {
    const page = await store.pushedAnswers(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.sequence;
    const found = await findingsOf(client, page);
    const doubtful = page.filter(({ externalId }) => isDoubtful(found.get(externalId)));
    const again = doubtful.length === 0 ? [] : (await store.knownAnswers(doubtful.map(({ externalId }) => externalId))).filter(isThere);
    const second = await findingsOf(client, again);
    const erased = await tombstones(
      client,
      again.flatMap(({ externalId }) => (second.get(externalId) === 'missing' ? [externalId] : [])),
    );
    for (const known of page) {
      const first = found.get(known.externalId);
      // What waits again by now is not compared: it will be pushed.
      const finding = isDoubtful(first) ? second.get(known.externalId) : first;
      if (finding === undefined) continue;
      count.compared++;
      if (known.answer === undefined) count.reduced++;
      if (finding === 'missing') {
        if (erased.has(known.externalId)) count.erased++;
        else {
          count.missing++;
          if (differences.length < mostNamed) differences.push({ externalId: known.externalId, fields: [] });
        }
        continue;
      }
      const source = sourceOf(known);
      present.set(source, (present.get(source) ?? 0) + 1);
      if (finding === 'newer') count.newerInOrg++;
      if (typeof finding === 'string') continue;
      count.different++;
      if (differences.length < mostNamed) differences.push({ externalId: known.externalId, fields: finding });
    }
    progress?.(count.compared);
  }
  const { waiting, parked, dead } = await store.counts();
  return {
    ...count,
    ...{ waiting, parked, dead },
    others: await othersInOrg(client, present),
    differences,
    apiCalls: client.calls - callsBefore,
    seconds: Math.round(performance.now() - started) / 1000,
  };
}

/** What the command exits with: 1 when something is missing or different. */
export function exitCodeOfStore({ missing, different }: StoreReport): number {
  return missing + different === 0 ? 0 : 1;
}

/** Names of fields that differ, or why there is nothing to compare. */
type Finding = 'same' | 'missing' | 'newer' | readonly string[];

function isDoubtful(finding: Finding | undefined): boolean {
  return finding === 'missing' || Array.isArray(finding);
}

function isThere({ state }: KnownAnswer): boolean {
  return state === 'pushed';
}

async function findingsOf(client: SalesforceClient, answers: readonly KnownAnswer[]): Promise<ReadonlyMap<string, Finding>> {
  if (answers.length === 0) return new Map();
  const select = `SELECT ExternalId__c, ErasedOn__c, Survey__r.Key__c, ${compared.join(', ')} FROM PulseResponse__c`;
  const queries = queriesByValue(
    select,
    'ExternalId__c',
    answers.map(({ externalId }) => externalId),
  );
  const records = new Map((await queryAll(client, queries)).map((record) => [String(record['ExternalId__c']), record]));
  return new Map(answers.map(({ externalId, answer }) => [externalId, findingOf(answer, records.get(externalId))]));
}

function findingOf(answer: Answer | undefined, record: QueriedRecord | undefined): Finding {
  if (record === undefined) return 'missing';
  if (answer === undefined || textOf(record['ErasedOn__c']) !== '') return 'same';
  if (answer.updatedAt && Date.parse(textOf(record['SourceUpdatedAt__c'])) > Date.parse(answer.updatedAt)) return 'newer';
  const wrong = Object.entries(contentOf(answer)).flatMap(([field, value]) => {
    if (field === 'Survey__r') return sameSurvey(value, record['Survey__r']) ? [] : ['Survey__c'];
    return !compared.includes(field) || same(field, value, record[field]) ? [] : [field];
  });
  return wrong.length === 0 ? 'same' : wrong;
}

function same(field: string, ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'number' || typeof theirs === 'number') return ours === theirs;
  if (field.endsWith('At__c')) return moment(ours) === moment(theirs);
  return plain(ours) === plain(theirs);
}

function sameSurvey(ours: unknown, theirs: unknown): boolean {
  return keyOf(ours) === keyOf(theirs);
}

function keyOf(survey: unknown): string {
  return typeof survey === 'object' && survey !== null && 'Key__c' in survey ? textOf(survey.Key__c) : '';
}

/** Salesforce keeps whole seconds of some times, and none of a second's parts in others. */
function moment(value: unknown): number {
  const at = Date.parse(textOf(value));
  return Number.isNaN(at) ? 0 : Math.floor(at / 1000);
}

/** A text without what saving takes off: surrounding blanks, the other way of ending lines. */
function plain(value: unknown): string {
  return textOf(value).replace(/\r\n?/g, '\n').trim();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Those of these answers that were erased in the org. */
async function tombstones(client: SalesforceClient, externalIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (externalIds.length === 0) return new Set();
  const found = await queryAll(client, queriesByValue('SELECT Key__c FROM PulseTombstone__c', 'Key__c', externalIds));
  return new Set(found.map((record) => String(record['Key__c'])));
}

function sourceOf({ answer, externalId }: KnownAnswer): string {
  return answer?.source ?? externalId.slice(0, externalId.indexOf(':'));
}

async function othersInOrg(client: SalesforceClient, present: ReadonlyMap<string, number>): Promise<Record<string, number>> {
  if (present.size === 0) return {};
  const grouped = queriesByValue('SELECT Source__c source, COUNT(Id) answers FROM PulseResponse__c', 'Source__c', [...present.keys()]);
  const rows = await queryAll(
    client,
    grouped.map((soql) => `${soql} GROUP BY Source__c`),
  );
  return Object.fromEntries(
    rows.flatMap((row) => {
      const source = String(row['source']);
      const more = Number(row['answers']) - (present.get(source) ?? 0);
      return more > 0 ? [[source, more]] : [];
    }),
  );
}
