import type { Sums } from 'c/npsMath';
import { monthOf, yearLimits } from './months';

interface Value<T> {
  readonly value: T | null;
}

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly totalCount?: number | null;
}

/** Parts that the user may not see are missing; those that failed are null. */
type Maybe<T> = T | null | undefined;

interface RatingAggregate {
  readonly count?: Value<number>;
  readonly sum?: Value<number>;
}

type MonthAggregate = Edges<{
  readonly aggregate: { readonly at: { readonly calendarMonth: Value<number> }; readonly rating: RatingAggregate };
}>;

type TouchpointAggregate = Edges<{
  readonly aggregate: {
    readonly touchpoint: Value<string>;
    readonly rating: RatingAggregate;
    readonly square?: { readonly sum: Value<number> };
  };
}>;

interface Named {
  readonly Id: string;
  readonly Name?: Value<string>;
}

interface SnapshotNode {
  readonly month?: Value<string>;
  readonly score?: Value<number>;
  readonly count?: Value<number>;
  readonly target?: Value<number>;
  readonly yellowFrom?: Value<number>;
}

interface RebaselineNode {
  readonly scope?: Value<string>;
  readonly segment?: Value<string>;
  readonly effectiveOn?: Value<string>;
  readonly comparisonStart?: Value<string>;
  readonly note?: Value<string>;
  readonly appliedAt?: Value<string>;
}

/** What the shared document answers with. */
export interface PulseData {
  readonly uiapi: {
    readonly aggregate: {
      readonly year0?: Maybe<MonthAggregate>;
      readonly year1?: Maybe<MonthAggregate>;
      readonly year2?: Maybe<MonthAggregate>;
      readonly window?: Maybe<TouchpointAggregate>;
      readonly prior?: Maybe<TouchpointAggregate>;
    } | null;
    readonly query: {
      readonly touchpoints?: Maybe<Edges<Named & { readonly key?: Value<string> }>>;
      readonly snapshots?: Maybe<Edges<SnapshotNode>>;
      readonly rebaselines?: Maybe<Edges<RebaselineNode>>;
      readonly contacts?: Maybe<
        Edges<
          Named & {
            readonly score?: Value<number>;
            readonly count?: Value<number>;
            readonly band?: Value<string>;
            readonly contact?: Named | null;
            readonly lead?: Named | null;
          }
        >
      >;
    } | null;
  };
}

/** Ratings of one month. */
export interface MonthSums {
  readonly month: number;
  readonly sum: number;
  readonly count: number;
}

/** What was measured at the end of a month. */
export interface Snapshot {
  readonly month: number;
  readonly score: number | null;
  readonly count: number;
  readonly target: number | null;
  readonly yellowFrom: number | null;
}

/** A day from which comparisons start anew. */
export interface Rebaseline {
  readonly day: string;
  readonly note: string;
  /** Where it is for one segment only: which one; null for one that names none, and concerns nobody. */
  readonly segment?: string | null;
}

/** A step of the journey, in the order of the journey. */
export interface JourneyStep {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Ratings of one touchpoint in both windows; blank for answers about the whole relationship. */
export interface TouchpointSums {
  readonly touchpoint: string | null;
  readonly now: Sums;
  readonly before: Sums;
}

/** One respondent of an account. */
export interface Respondent {
  readonly id: string;
  readonly name: string;
  /** The contact, or the pulse where the contact is unknown. */
  readonly recordId: string;
  readonly score: number;
  readonly count: number;
  readonly band: string | null;
}

/** All that the shared document tells, read once. */
export interface PulseDetails {
  readonly months: readonly MonthSums[];
  readonly snapshots: readonly Snapshot[];
  readonly rebaselines: readonly Rebaseline[];
  readonly journey: readonly JourneyStep[];
  readonly touchpoints: readonly TouchpointSums[];
  readonly respondents: readonly Respondent[];
  /** How many respondents there are; more than are listed, perhaps. */
  readonly respondentCount: number;
}

/** Reads what came for the moment at which it was asked. */
export function readDetails(data: PulseData, now: number): PulseDetails {
  const { aggregate, query } = data.uiapi;
  const respondents = nodesOf(query?.contacts).flatMap((node): Respondent[] => {
    const score = node.score?.value;
    if (typeof score !== 'number') return [];
    const person = node.contact ?? node.lead;
    const name = person?.Name?.value ?? node.Name?.value ?? '';
    return [{ id: node.Id, name, recordId: person?.Id ?? node.Id, score, count: node.count?.value ?? 0, band: node.band?.value ?? null }];
  });
  return {
    months: monthsOf([aggregate?.year0, aggregate?.year1, aggregate?.year2], yearLimits(now)),
    snapshots: nodesOf(query?.snapshots).flatMap(snapshotOf),
    rebaselines: nodesOf(query?.rebaselines).flatMap(rebaselineOf),
    journey: nodesOf(query?.touchpoints).map(({ Id, Name, key }) => ({ id: Id, key: key?.value ?? '', name: Name?.value ?? '' })),
    touchpoints: touchpointsOf(aggregate?.window, aggregate?.prior),
    respondents,
    respondentCount: query?.contacts?.totalCount ?? respondents.length,
  };
}

function rebaselineOf({ scope, segment, effectiveOn, comparisonStart, note, appliedAt }: RebaselineNode): Rebaseline[] {
  const day = comparisonStart?.value ?? effectiveOn?.value;
  if (!day || !appliedAt?.value) return [];
  const rebaseline = { day, note: note?.value ?? '' };
  return [scope?.value === 'Segment' ? { ...rebaseline, segment: segment?.value ?? null } : rebaseline];
}

function snapshotOf({ month, score, count, target, yellowFrom }: SnapshotNode): Snapshot[] {
  if (!month?.value) return [];
  return [
    {
      month: monthOf(Date.parse(month.value)),
      score: score?.value ?? null,
      count: count?.value ?? 0,
      target: target?.value ?? null,
      yellowFrom: yellowFrom?.value ?? null,
    },
  ];
}

function monthsOf(years: readonly Maybe<MonthAggregate>[], limits: readonly number[]): MonthSums[] {
  return years.flatMap((year, index) =>
    nodesOf(year).flatMap(({ aggregate: { at, rating } }) => {
      const calendarMonth = at.calendarMonth.value;
      if (calendarMonth === null) return [];
      return [{ month: monthWithin(limits[index] ?? 0, calendarMonth), sum: rating.sum?.value ?? 0, count: rating.count?.value ?? 0 }];
    }),
  );
}

/** The one month of the twelve from `first` on that is the calendar's month 1 to 12. */
function monthWithin(first: number, calendarMonth: number): number {
  return first + ((calendarMonth - 1 - (first % 12) + 12) % 12);
}

function touchpointsOf(window: Maybe<TouchpointAggregate>, prior: Maybe<TouchpointAggregate>): TouchpointSums[] {
  const [now, before] = [sumsByTouchpoint(window), sumsByTouchpoint(prior)];
  return [...new Set([...now.keys(), ...before.keys()])].map((touchpoint) => ({
    touchpoint,
    now: now.get(touchpoint) ?? NOTHING,
    before: before.get(touchpoint) ?? NOTHING,
  }));
}

const NOTHING: Sums = { count: 0, sum: 0, squareSum: 0 };

function sumsByTouchpoint(aggregate: Maybe<TouchpointAggregate>): Map<string | null, Sums> {
  return new Map(
    nodesOf(aggregate).map(({ aggregate: { touchpoint, rating, square } }) => [
      touchpoint.value,
      { count: rating.count?.value ?? 0, sum: rating.sum?.value ?? 0, squareSum: square?.sum.value ?? 0 },
    ]),
  );
}

function nodesOf<Node>(connection: Maybe<Edges<Node>>): Node[] {
  return connection?.edges.map(({ node }) => node) ?? [];
}
