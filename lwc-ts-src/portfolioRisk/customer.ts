import type { Named, Optional } from 'c/answerFigures';
import type { Connection } from 'c/responseRows';

/** A customer of the portfolio's query, its custom fields under their aliases. */
export interface CustomerNode {
  readonly Id: string;
  readonly Name?: Optional<string>;
  readonly revenue?: Optional<number>;
  readonly segment?: Optional<string>;
  readonly onHold?: Optional<boolean>;
  readonly owner?: Named | null;
  readonly pulse?: PulseNode | null;
}

export interface PulseNode {
  readonly Id: string;
  readonly score?: Optional<number>;
  readonly priorScore?: Optional<number>;
  readonly trend?: Optional<number>;
  readonly trendIsSound?: Optional<boolean>;
  readonly trendThreshold?: Optional<number>;
  readonly band?: Optional<string>;
  readonly target?: Optional<number>;
  readonly yellowFrom?: Optional<number>;
  readonly ratingCount?: Optional<number>;
  readonly priorRatingCount?: Optional<number>;
  readonly minAnswers?: Optional<number>;
  readonly lastResponseAt?: Optional<string>;
  readonly isStale?: Optional<boolean>;
}

/** An open follow-up of the portfolio's query. */
export interface FollowUpNode {
  readonly Id: string;
  readonly Name?: Optional<string>;
  readonly account?: Optional<string>;
  readonly dueAt?: Optional<string>;
}

/** Somebody whose customers can be shown. */
export interface PersonNode {
  readonly Id: string;
  readonly Name?: Optional<string>;
}

export interface OpenFollowUp {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds; undefined without a deadline. */
  readonly dueAt: number | undefined;
}

/** The figures of a customer's pulse. Blank stays undefined: missing is not 0. */
export interface PulseFigures {
  readonly id: string;
  readonly score: number | undefined;
  readonly priorScore: number | undefined;
  readonly trend: number | undefined;
  readonly trendIsSound: boolean;
  readonly trendThreshold: number;
  readonly band: string | undefined;
  readonly target: number;
  readonly yellowFrom: number;
  readonly ratingCount: number;
  readonly priorRatingCount: number;
  readonly minAnswers: number;
  readonly lastResponseAt: string | undefined;
  readonly isStale: boolean;
}

/** One customer as far as its risk goes. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly segment: string | undefined;
  readonly revenue: number | undefined;
  /** The revenue in the org's currency and the user's locale. */
  readonly revenueText: string;
  readonly isOnHold: boolean;
  /** Undefined before the first answer. */
  readonly pulse: PulseFigures | undefined;
  /** Open ones, the earliest deadline first. */
  readonly followUps: readonly OpenFollowUp[];
}

/** The package's own lines, for a pulse that carries none. */
const DEFAULTS = { target: 9, yellowFrom: 7, trendThreshold: 0.5, minAnswers: 5 } as const;

/** Makes customers of what the queries answered, each with its open follow-ups. */
export function customersOf(nodes: readonly CustomerNode[], followUps: readonly FollowUpNode[]): Customer[] {
  const byAccount = followUpsByAccount(followUps);
  return nodes.map((node) => ({
    id: node.Id,
    name: node.Name?.value ?? '',
    ownerName: node.owner?.Name?.value ?? '',
    segment: node.segment?.value ?? undefined,
    revenue: node.revenue?.value ?? undefined,
    revenueText: node.revenue?.displayValue ?? '',
    isOnHold: node.onHold?.value === true,
    pulse: node.pulse ? pulseFigures(node.pulse) : undefined,
    followUps: byAccount.get(node.Id) ?? [],
  }));
}

/** The nodes of a connection that may be missing. */
export function nodesOf<Node>(connection: Connection<Node> | null | undefined): readonly Node[] {
  return (connection?.edges ?? []).map(({ node }) => node);
}

function pulseFigures(node: PulseNode): PulseFigures {
  return {
    id: node.Id,
    score: node.score?.value ?? undefined,
    priorScore: node.priorScore?.value ?? undefined,
    trend: node.trend?.value ?? undefined,
    trendIsSound: node.trendIsSound?.value === true,
    trendThreshold: node.trendThreshold?.value ?? DEFAULTS.trendThreshold,
    band: node.band?.value ?? undefined,
    target: node.target?.value ?? DEFAULTS.target,
    yellowFrom: node.yellowFrom?.value ?? DEFAULTS.yellowFrom,
    ratingCount: node.ratingCount?.value ?? 0,
    priorRatingCount: node.priorRatingCount?.value ?? 0,
    minAnswers: node.minAnswers?.value ?? DEFAULTS.minAnswers,
    lastResponseAt: node.lastResponseAt?.value ?? undefined,
    isStale: node.isStale?.value === true,
  };
}

function followUpsByAccount(nodes: readonly FollowUpNode[]): ReadonlyMap<string, readonly OpenFollowUp[]> {
  const found = new Map<string, OpenFollowUp[]>();
  for (const node of nodes) {
    const account = node.account?.value;
    if (!account) continue;
    const dueAt = node.dueAt?.value;
    const followUp = { id: node.Id, name: node.Name?.value ?? '', dueAt: dueAt ? Date.parse(dueAt) : undefined };
    found.set(account, [...(found.get(account) ?? []), followUp]);
  }
  for (const list of found.values()) list.sort((one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity));
  return found;
}
