import type { SalesforceClient } from '../salesforce/client.ts';
import { collectionsPerCall, queryEach } from '../salesforce/composite.ts';
import { OrgUnavailable, RequestRefused } from '../salesforce/errors.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { queriesByValue, soqlText } from '../salesforce/soql.ts';
import { phonePattern } from './phone.ts';
import type { MatchSettings } from './settings.ts';

/** Something to look up by many values: asked in as many queries as it takes. */
export interface Question {
  readonly object: string;
  readonly select: string;
  readonly field: string;
  readonly values: readonly string[];
  /** A condition for each value, where `field IN (...)` does not do. */
  readonly condition?: (value: string) => string;
  readonly take: (record: QueriedRecord) => void;
  /** What is left undone, in words, when the org lets nobody see that object or field; without it everything has to wait until it does. */
  readonly optional?: string;
}

export const contactFields = ['Id', 'AccountId', 'Email', 'LastModifiedDate'] as const;

/** Contacts with one of these numbers in one of the configured fields. What comes back is compared in normal form. */
export function phoneQuestion(phones: readonly string[], settings: MatchSettings, take: Question['take']): Question {
  const fields = settings.phoneFields;
  const select = `SELECT ${[...new Set([...contactFields, ...fields])].join(', ')} FROM Contact`;
  const meets = (phone: string): string =>
    settings.phoneFormats === 'any' ? `LIKE ${soqlText(phonePattern(phone))}` : `= ${soqlText(phone)}`;
  const condition = (phone: string): string => `(${fields.map((field) => `${field} ${meets(phone)}`).join(' OR ')})`;
  const optional = `Answers are not matched by phone: the user of the sync service cannot read ${fields.join(' or ')} of contacts`;
  return { object: 'Contact', select, field: fields.join(), values: phones, condition, take, optional };
}

/** Refusals that one value of a list brings upon all of them. */
const badValue = new Set(['INVALID_QUERY_FILTER_OPERATOR', 'MALFORMED_ID', 'MALFORMED_QUERY']);

/** Longest list of conditions of a query, in characters as part of an address. */
const longestConditions = 10_000;

/**
 * Asks everything, five queries to a call. A value that the org does not take is left out, the others are asked again.
 * @returns the optional questions that the org refuses, with why
 * @throws OrgUnavailable when the org refuses a field or an object: the answers wait until that is put right
 */
export async function ask(client: SalesforceClient, questions: readonly Question[]): Promise<ReadonlyMap<Question, string>> {
  const queries = questions.flatMap((question) => soqlOf(question).map((soql) => ({ soql, question })));
  if (queries.length === 0) return new Map();
  try {
    const answers = await askTogether(
      client,
      queries.map(({ soql }) => soql),
    );
    for (const [index, { question }] of queries.entries()) for (const record of answers[index] ?? []) question.take(record);
    return new Map();
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused)) throw thrown;
    const [first] = questions;
    if (badValue.has(thrown.code)) return askEach(client, questions.flatMap(halves));
    if (questions.length > 1) return askEach(client, separated(questions));
    if (first?.optional === undefined) throw refused(thrown);
    return new Map([[first, `${first.optional} (${thrown.code}: ${objection(thrown.message)})`]]);
  }
}

/** Calls of one look-up that are in flight at once; the push needs its share. */
const callsAtOnce = 3;

/** The records of each query, in order. */
async function askTogether(client: SalesforceClient, queries: readonly string[]): Promise<readonly (readonly QueriedRecord[])[]> {
  const answers: (readonly QueriedRecord[])[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < queries.length) {
      const start = next;
      next += collectionsPerCall;
      const some = await queryEach(client, queries.slice(start, start + collectionsPerCall));
      for (const [index, records] of some.entries()) answers[start + index] = records;
    }
  };
  await Promise.all(Array.from({ length: callsAtOnce }, work));
  return answers;
}

async function askEach(
  client: SalesforceClient,
  parts: readonly (Question | readonly Question[])[],
): Promise<ReadonlyMap<Question, string>> {
  const refusals = new Map<Question, string>();
  for (const part of parts) for (const [question, why] of await ask(client, [part].flat())) refusals.set(question, why);
  return refusals;
}

/** What is needed together, what is optional each apart. */
function separated(questions: readonly Question[]): (Question | readonly Question[])[] {
  const needed = questions.filter(({ optional }) => optional === undefined);
  const optional = questions.filter((question) => question.optional !== undefined);
  // Nothing optional in it: one by one, so that the refusal names its object.
  return optional.length === 0 ? [...needed] : [...(needed.length === 0 ? [] : [needed]), ...optional];
}

function soqlOf({ select, field, values, condition }: Question): string[] {
  return condition === undefined ? queriesByValue(select, field, values) : queriesByCondition(select, values.map(condition));
}

function queriesByCondition(select: string, conditions: readonly string[]): string[] {
  const queries: string[] = [];
  let some: string[] = [];
  let length = 0;
  for (const condition of conditions) {
    const encoded = encodeURIComponent(condition).length + 8;
    if (length + encoded > longestConditions && some.length > 0) {
      queries.push(`${select} WHERE ${some.join(' OR ')}`);
      some = [];
      length = 0;
    }
    some.push(condition);
    length += encoded;
  }
  return some.length === 0 ? queries : [...queries, `${select} WHERE ${some.join(' OR ')}`];
}

/** A single value that is refused by itself is found nowhere. */
function halves(question: Question): Question[] {
  const { values } = question;
  if (values.length <= 1) return [];
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)].map((part) => ({ ...question, values: part }));
}

/** Runs a query of matching. @throws OrgUnavailable in words, when the org refuses a field or an object */
export async function refusedLookup<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (thrown) {
    throw thrown instanceof RequestRefused ? refused(thrown) : thrown;
  }
}

/** The org lets nobody see what matching cannot do without. */
export function refused(thrown: RequestRefused): OrgUnavailable {
  return new OrgUnavailable(
    `Whose answers they are cannot be looked up (${thrown.code}: ${objection(thrown.message)}). Give the user of the sync service reading of ` +
      'that object and field, or correct the section "match" of the configuration (contactKeyField, phoneFields). Until then the answers wait.',
  );
}

/** The org repeats the query, with its values, below or before what it objects to: only the objection is shown. */
function objection(message: string): string {
  return (/(No such column '\w+' on entity '\w+'|sObject type '\w+' is not supported|Didn't understand relationship '\w+')/.exec(
    message,
  ) ?? ['the org does not say which'])[0];
}
