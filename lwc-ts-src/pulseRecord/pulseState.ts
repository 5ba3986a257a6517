import { isOutsideWindow } from 'c/pulseWording';
import type { PulseFigures, PulseReading } from './pulseFigures';

/**
 * What the card shows.
 * - `none`: no answer yet, or no pulse at all
 * - `unrated`: answers came in, none of them with a rating in the window
 * - `stale`: the newest answer is older than the window; the score, if one still stands, is of the past
 * - `current`: a score from answers in the window
 */
export type PulseState = 'none' | 'unrated' | 'stale' | 'current';

export interface PulseView {
  readonly state: PulseState;
  readonly figures: PulseFigures;
}

/** Decides the state of a pulse at a moment in epoch milliseconds. */
export function pulseView(reading: PulseReading & { kind: 'pulse' }, now: number): PulseView {
  return { state: stateOf(reading.figures, now), figures: reading.figures };
}

function stateOf(figures: PulseFigures, now: number): PulseState {
  if (figures.lastResponseAt !== null && isOutsideWindow(figures.lastResponseAt, now)) return 'stale';
  if (figures.score !== null) return 'current';
  return figures.responseCount > 0 ? 'unrated' : 'none';
}
