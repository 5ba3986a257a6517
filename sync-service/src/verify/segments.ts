import type { SalesforceClient } from '../salesforce/client.ts';
import { queryEach } from '../salesforce/composite.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import type { Difference } from './compare.ts';
import { numberOf } from './rawFigures.ts';
import { inWindow } from './window.ts';

/** The current window of all accounts of a segment, as their pulses hold it. */
export interface SegmentFigures {
  /** Blank for accounts without a segment and for answers of nobody we know; `All` for everybody. */
  readonly segment: string;
  readonly ratings: number;
  readonly total: number;
  readonly relational: number;
  readonly promoters: number;
  readonly detractors: number;
}

export interface CheckedSegments {
  readonly segments: readonly SegmentFigures[];
  readonly differences: readonly Difference[];
}

const path = 'ContactPulse__r.AccountPulse__r.Account__r.PulseSegment__c';
const answers = `FROM PulseResponse__c WHERE Status__c = 'Accepted' AND ${inWindow({ shift: 0 })} AND`;
const queries = [
  'SELECT Account__r.PulseSegment__c segment, SUM(RatingCount__c) ratings, SUM(RatingSum__c) total, SUM(RelationalCount__c) relational, ' +
    'SUM(RelationalPromoterCount__c) promoters, SUM(RelationalDetractorCount__c) detractors FROM AccountPulse__c GROUP BY Account__r.PulseSegment__c',
  `SELECT ${path} segment, COUNT(Id) ratings, SUM(Rating__c) total ${answers} Rating__c != NULL GROUP BY ${path}`,
  `SELECT ${path} segment, COUNT(Id) relational ${answers} Rating__c != NULL AND Program__c = 'Relational' GROUP BY ${path}`,
  `SELECT ${path} segment, COUNT(Id) promoters ${answers} Rating__c >= 9 AND Program__c = 'Relational' GROUP BY ${path}`,
  `SELECT ${path} segment, COUNT(Id) detractors ${answers} Rating__c <= 6 AND Program__c = 'Relational' GROUP BY ${path}`,
];

const figureNames = ['ratings', 'total', 'relational', 'promoters', 'detractors'] as const;
/** Answers may arrive between two queries of one call. */
const attempts = 3;

/** The sums of the account pulses of each segment and of all, beside the sums of the answers themselves. */
export async function checkSegments(client: SalesforceClient): Promise<CheckedSegments> {
  let checked: CheckedSegments = { segments: [], differences: [] };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [pulses = [], ...rest] = await queryEach(client, queries);
    const stored = withAll(figuresOf(pulses));
    const summed = withAll(figuresOf(rest.flat()));
    checked = { segments: [...stored.values()], differences: differencesOf(stored, summed) };
    if (checked.differences.length === 0) break;
  }
  return checked;
}

type Sums = Record<(typeof figureNames)[number], number>;

function nothing(): Sums {
  return { ratings: 0, total: 0, relational: 0, promoters: 0, detractors: 0 };
}

function figuresOf(rows: readonly QueriedRecord[]): Map<string, SegmentFigures> {
  const segments = new Map<string, Sums>();
  for (const row of rows) {
    const segment = typeof row['segment'] === 'string' ? row['segment'] : '';
    const sums = segments.get(segment) ?? nothing();
    segments.set(segment, sums);
    for (const name of figureNames) sums[name] += numberOf(row[name]);
  }
  return new Map([...segments].map(([segment, sums]) => [segment, { segment, ...sums }]));
}

function withAll(segments: ReadonlyMap<string, SegmentFigures>): ReadonlyMap<string, SegmentFigures> {
  const all = nothing();
  for (const one of segments.values()) for (const name of figureNames) all[name] += one[name];
  const sorted = [...segments].sort(([one], [other]) => Number(one === '') - Number(other === '') || one.localeCompare(other));
  return new Map([...sorted, ['All', { segment: 'All', ...all }]]);
}

function differencesOf(stored: ReadonlyMap<string, SegmentFigures>, summed: ReadonlyMap<string, SegmentFigures>): readonly Difference[] {
  return [...new Set([...stored.keys(), ...summed.keys()])].flatMap((segment) =>
    figureNames.flatMap((name) => {
      const [has, wanted] = [stored.get(segment)?.[name] ?? 0, summed.get(segment)?.[name] ?? 0];
      if (has === wanted) return [];
      return [{ object: 'Segment' as const, id: segment || 'none', field: name, stored: String(has), expected: String(wanted) }];
    }),
  );
}
