import type { SalesforceClient } from '../salesforce/client.ts';
import { queryEach } from '../salesforce/composite.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { soqlText } from '../salesforce/soql.ts';
import { Figures } from './figures.ts';
import { inPriorWindow, inWindow, startOfDay, type Windows } from './window.ts';

/** A contact pulse whose answers are summed. */
export interface Summed {
  readonly id: string;
  /** `YYYY-MM-DD`: answers from before it do not count in the prior window. */
  readonly comparisonStart: string | undefined;
}

const accepted = "Status__c = 'Accepted'";

/** One aggregate query and what its rows are added to. */
interface Question {
  readonly soql: string;
  readonly take: (figures: Figures, row: QueriedRecord) => void;
}

/**
 * The figures of each contact pulse, summed from the answers themselves by aggregate queries: rating, date, status and program alone,
 * never a stored flag.
 * @param pulses as many as fit into the address of a query
 */
export async function rawFigures(
  client: SalesforceClient,
  pulses: readonly Summed[],
  windows: Windows,
  zone: string,
): Promise<ReadonlyMap<string, Figures>> {
  const result = new Map(pulses.map(({ id }) => [id, new Figures()]));
  const questions = [
    ...windowQuestions(pulses, '', inWindow(windows)),
    ...[...Map.groupBy(pulses, (pulse) => pulse.comparisonStart)].flatMap(([start, some]) =>
      windowQuestions(some, 'Prior', `${inPriorWindow(windows)}${comparedFrom(start, zone)}`),
    ),
    newest(pulses),
  ];
  const answers = await queryEach(
    client,
    questions.map(({ soql }) => soql),
  );
  for (const [index, { take }] of questions.entries()) {
    for (const row of answers[index] ?? []) {
      const figures = result.get(String(row['pulse']));
      if (figures !== undefined) take(figures, row);
    }
  }
  return result;
}

function comparedFrom(start: string | undefined, zone: string): string {
  return start === undefined ? '' : ` AND RespondedAt__c >= ${startOfDay(start, zone)}`;
}

function among(pulses: readonly Summed[]): string {
  return `ContactPulse__c IN (${pulses.map(({ id }) => soqlText(id)).join(',')})`;
}

/** Three queries for a window: all rated answers, promoters, detractors; each apart by program. */
function windowQuestions(pulses: readonly Summed[], prefix: '' | 'Prior', when: string): readonly Question[] {
  const ask = (what: string, which: string): string =>
    `SELECT ContactPulse__c pulse, Program__c program, ${what} FROM PulseResponse__c ` +
    `WHERE ${among(pulses)} AND ${accepted} AND ${which} AND ${when} GROUP BY ContactPulse__c, Program__c`;
  const count = (row: QueriedRecord): number => numberOf(row['ratings']);
  const relational = (row: QueriedRecord): boolean => row['program'] === 'Relational';
  const counted = (which: string, name: string): Question => ({
    soql: ask('COUNT(Id) ratings', which),
    take: (figures, row) => {
      figures.add(`${prefix}${name}Count__c`, count(row));
      if (relational(row)) figures.add(`${prefix}Relational${name}Count__c`, count(row));
    },
  });
  return [
    {
      soql: ask('COUNT(Id) ratings, SUM(Rating__c) total, SUM(RatingSquare__c) squares', 'Rating__c != NULL'),
      take: (figures, row) => {
        figures.add(`${prefix}RatingCount__c`, count(row));
        figures.add(`${prefix}RatingSum__c`, numberOf(row['total']));
        figures.add(`${prefix}RatingSquareSum__c`, numberOf(row['squares']));
        if (relational(row)) figures.add(`${prefix}RelationalCount__c`, count(row));
      },
    },
    counted('Rating__c >= 9', 'Promoter'),
    counted('Rating__c <= 6', 'Detractor'),
  ];
}

function newest(pulses: readonly Summed[]): Question {
  return {
    soql: `SELECT ContactPulse__c pulse, COUNT(Id) answers, MAX(RespondedAt__c) newest FROM PulseResponse__c WHERE ${among(pulses)} AND ${accepted} GROUP BY ContactPulse__c`,
    take: (figures, row) => {
      figures.add('ResponseCount__c', numberOf(row['answers']));
      figures.seen(Date.parse(String(row['newest'])));
    },
  };
}

/** A number of a query's answer; a sum of nothing is null there. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
