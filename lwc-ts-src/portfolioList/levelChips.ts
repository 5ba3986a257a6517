import type { Band } from 'c/pulseBands';
import { levelCounts, type RatedCustomer, type RiskLevel } from 'c/portfolioRisk';
import { formatWhole } from 'c/pulseWording';
import { LEVEL_LOOKS } from './riskWords';
import { LABELS } from './labels';

/** A button that filters by a level of risk and says how many customers it has. */
export interface LevelChip {
  /** A level, or `all`. */
  readonly key: string;
  readonly band: Band | undefined;
  readonly text: string;
  readonly countText: string;
  /** `aria-pressed` takes the words true and false. */
  readonly pressed: 'true' | 'false';
  readonly chipClass: string;
}

/** The buttons over the list: all, then each level. */
export function levelChips(customers: readonly RatedCustomer[], chosen: RiskLevel | undefined): LevelChip[] {
  const counts = levelCounts(customers);
  return [
    chip('all', undefined, LABELS.all, customers.length, chosen === undefined),
    ...LEVEL_LOOKS.map(({ level, band, text }) => chip(level, band, text, counts.get(level) ?? 0, chosen === level)),
  ];
}

function chip(key: string, band: Band | undefined, text: string, count: number, isChosen: boolean): LevelChip {
  const [pressed, chipClass] = isChosen ? (['true', 'chip chosen'] as const) : (['false', 'chip'] as const);
  return { key, band, text, countText: formatWhole(count), pressed, chipClass };
}
