import type { HuddleFigures } from './figureQuery';

/** How often one reason was named, now and the week before. */
export interface ReasonMove {
  readonly reason: string;
  /** Answers that name it. */
  readonly now: number;
  readonly before: number;
  /** Change of its share of all answers, in percentage points. */
  readonly points: number;
}

/** The reasons that moved, and out of how much that was found. */
export interface ReasonMoves {
  /** More than chance, the largest move first. */
  readonly sound: readonly ReasonMove[];
  /** Reasons that were compared. */
  readonly compared: number;
}

/** As many as a huddle has time for. */
const MOST = 3;

/** With fewer answers in a week no share says anything. */
export const FEWEST_ANSWERS = 10;

/** What chance may bring about in all comparisons together. */
const ERROR = 0.05;

/**
 * The reasons whose share of the answers moved most. Each is tested with one answer added that names it and one that does not, in
 * each week (Agresti and Caffo), and at 5 % divided by the number of reasons (Bonferroni): of twenty reasons one would move "by more
 * than chance" every week. Undefined with too few answers in either week, or where reasons may not be seen.
 */
export function reasonMoves({ now, before }: HuddleFigures): ReasonMoves | undefined {
  if (now.reasons === undefined || before.reasons === undefined || Math.min(now.answers, before.answers) < FEWEST_ANSWERS) return undefined;
  const names = [...new Set([...now.reasons.keys(), ...before.reasons.keys()])].filter((name) => name !== '');
  const moves = names.map((reason): ReasonMove => {
    const [count, prior] = [now.reasons?.get(reason) ?? 0, before.reasons?.get(reason) ?? 0];
    return { reason, now: count, before: prior, points: (count / now.answers - prior / before.answers) * 100 };
  });
  const sound = moves
    .filter((move) => chance(move.now, now.answers, move.before, before.answers) * names.length < ERROR)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points) || one.reason.localeCompare(other.reason));
  return { sound: sound.slice(0, MOST), compared: names.length };
}

/** How likely a difference of two shares at least as large is by chance alone. */
export function chance(count: number, of: number, priorCount: number, priorOf: number): number {
  const [share, variance] = adjusted(count, of);
  const [priorShare, priorVariance] = adjusted(priorCount, priorOf);
  return bothTails(Math.abs(share - priorShare) / Math.sqrt(variance + priorVariance));
}

function adjusted(count: number, of: number): readonly [share: number, variance: number] {
  const share = (count + 1) / (of + 2);
  return [share, (share * (1 - share)) / (of + 2)];
}

/** Beyond this many standard errors, up or down (Abramowitz and Stegun 7.1.26, off by less than 0.0000002). */
function bothTails(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return polynomial * Math.exp(-x * x);
}
