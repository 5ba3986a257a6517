import type { PulseFigures } from './pulseFigures';

/** Lines used when a pulse carries none of its own: the package's defaults. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;

export function targetOf(figures: PulseFigures): number {
  return figures.target ?? DEFAULT_TARGET;
}

export function yellowFromOf(figures: PulseFigures): number {
  return figures.yellowFrom ?? DEFAULT_YELLOW_FROM;
}
