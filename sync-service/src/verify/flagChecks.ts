import type { SalesforceClient } from '../salesforce/client.ts';
import { queryAll, queryEach } from '../salesforce/composite.ts';
import type { Difference } from './compare.ts';
import { numberOf } from './rawFigures.ts';
import { startOfDay } from './window.ts';

/** A flag of answers and a condition under which it must not stand. */
interface FlagRule {
  readonly field: string;
  /** What the flag must be under `when`. */
  readonly expected: 0 | 1 | 'blank' | 'a date';
  readonly when: string;
}

export interface CheckedFlags {
  /** All answers whose flags are wrong; one that has two wrong flags counts twice. */
  readonly count: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

/** Of each rule, how many answers are named. */
const named = 50;

/**
 * Looks for answers whose stored flags contradict rating, date, program or rebaseline. The day on which an answer passes from one
 * window to the next is left out on both sides: it depends on the hour of the nightly roll-over and on time zones.
 * @param where a further condition on answers
 * @param zone time zone in which the days of comparison starts begin
 */
export async function checkFlags(client: SalesforceClient, where: string | undefined, zone: string): Promise<CheckedFlags> {
  const rules = [...windowRules(), ...priorRules(await comparisonStarts(client), zone), ...ratingRules()];
  const scope = where === undefined ? '' : ` AND ${where}`;
  const conditions = rules.map(({ field, expected, when }) => `(${when}) AND ${unlike(field, expected)}${scope}`);
  const counts = await queryEach(
    client,
    conditions.map((condition) => `SELECT COUNT(Id) answers FROM PulseResponse__c WHERE ${condition}`),
  );
  let count = 0;
  const differences: Difference[] = [];
  for (const [index, { field, expected }] of rules.entries()) {
    const wrong = numberOf(counts[index]?.[0]?.['answers']);
    count += wrong;
    if (wrong === 0) continue;
    const answers = await queryAll(client, [
      `SELECT Id, ${field} FROM PulseResponse__c WHERE ${conditions[index] ?? ''} ORDER BY Id LIMIT ${named}`,
    ]);
    for (const answer of answers) {
      const stored = answer[field];
      const text = typeof stored === 'number' || typeof stored === 'string' ? String(stored) : 'blank';
      differences.push({ object: 'PulseResponse__c', id: String(answer['Id']), field, stored: text, expected: String(expected) });
    }
  }
  return { count, differences };
}

function unlike(field: string, expected: FlagRule['expected']): string {
  if (expected === 'blank') return `${field} != NULL`;
  if (expected === 'a date') return `${field} = NULL`;
  return `(${field} != ${expected} OR ${field} = NULL)`;
}

function windowRules(): readonly FlagRule[] {
  return [
    { field: 'InWindow__c', expected: 1, when: 'RespondedAt__c >= N_DAYS_AGO:364' },
    { field: 'InWindow__c', expected: 0, when: 'RespondedAt__c < N_DAYS_AGO:366' },
    { field: 'InPriorWindow__c', expected: 0, when: 'RespondedAt__c >= N_DAYS_AGO:364 OR RespondedAt__c < N_DAYS_AGO:731' },
    { field: 'WindowEndsOn__c', expected: 'a date', when: 'InWindow__c = 1 OR InPriorWindow__c = 1' },
    { field: 'WindowEndsOn__c', expected: 'blank', when: 'InWindow__c = 0 AND InPriorWindow__c = 0' },
  ];
}

const between = 'RespondedAt__c < N_DAYS_AGO:366 AND RespondedAt__c >= N_DAYS_AGO:729';
const startField = 'ContactPulse__r.AccountPulse__r.ComparisonStart__c';

function priorRules(starts: readonly string[], zone: string): readonly FlagRule[] {
  return [
    { field: 'InPriorWindow__c', expected: 1, when: `${between} AND ${startField} = NULL` },
    ...starts.flatMap((start): FlagRule[] => [
      {
        field: 'InPriorWindow__c',
        expected: 1,
        when: `${between} AND ${startField} = ${start} AND RespondedAt__c >= ${startOfDay(start, zone, 1)}`,
      },
      {
        field: 'InPriorWindow__c',
        expected: 0,
        when: `${startField} = ${start} AND RespondedAt__c < ${startOfDay(start, zone, -1)}`,
      },
    ]),
  ];
}

/** The comparison starts of all rebaselined accounts; there are few, for a rebaseline of all accounts gives all the same. */
async function comparisonStarts(client: SalesforceClient): Promise<readonly string[]> {
  const rows = await queryAll(client, [
    'SELECT ComparisonStart__c start FROM AccountPulse__c WHERE ComparisonStart__c != NULL GROUP BY ComparisonStart__c ORDER BY ComparisonStart__c LIMIT 200',
  ]);
  return rows.flatMap(({ start }) => (typeof start === 'string' ? [start] : []));
}

function ratingRules(): readonly FlagRule[] {
  return [
    { field: 'Rated__c', expected: 1, when: 'Rating__c != NULL' },
    { field: 'Rated__c', expected: 0, when: 'Rating__c = NULL' },
    { field: 'Promoter__c', expected: 1, when: 'Rating__c >= 9' },
    { field: 'Promoter__c', expected: 0, when: 'Rating__c < 9 OR Rating__c = NULL' },
    { field: 'Detractor__c', expected: 1, when: 'Rating__c <= 6' },
    { field: 'Detractor__c', expected: 0, when: 'Rating__c > 6 OR Rating__c = NULL' },
    { field: 'Relational__c', expected: 1, when: "Program__c = 'Relational'" },
    { field: 'Relational__c', expected: 0, when: "Program__c != 'Relational' OR Program__c = NULL" },
  ];
}
