import type { SalesforceClient } from '../salesforce/client.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { comparePulse, type Difference } from './compare.ts';
import type { Figures } from './figures.ts';
import { rawFigures } from './rawFigures.ts';
import { readAgain, type StoredPulse } from './storedPulses.ts';

/** What came of the contact pulses of a page. */
export interface CheckedPage {
  /** The figures that the answers give, by contact pulse; for one that waits for the night those of yesterday. */
  readonly figures: ReadonlyMap<string, Figures>;
  readonly differences: readonly Difference[];
  /** Pulses that are right but for the roll-over of today, or for the day that has begun elsewhere. */
  readonly waiting: readonly string[];
}

/**
 * Compares contact pulses with their answers. What differs is read once more: an answer may have arrived meanwhile, and the roll-over
 * of this day may not have run yet.
 */
export async function checkContactPulses(client: SalesforceClient, page: readonly StoredPulse[], zone: string): Promise<CheckedPage> {
  const figures = new Map(await rawFigures(client, page.map(summed), { shift: 0 }, zone));
  const doubtful = page.filter((pulse) => differencesOf(pulse, figures).length > 0);
  if (doubtful.length === 0) return { figures, differences: [], waiting: [] };
  const again = await readAgain(
    client,
    'ContactPulse__c',
    doubtful.map(({ id }) => id),
  );
  keep(figures, await rawFigures(client, again.map(summed), { shift: 0 }, zone));
  const waiting = new Set<string>();
  for (const shift of [1, -1]) {
    const wrong = again.filter((pulse) => differencesOf(pulse, figures).length > 0);
    if (wrong.length === 0) break;
    const shifted = await rawFigures(client, wrong.map(summed), { shift }, zone);
    const right = wrong.filter((pulse) => differencesOf(pulse, shifted).length === 0);
    for (const { id } of right) waiting.add(id);
    keep(figures, new Map([...shifted].filter(([id]) => waiting.has(id))));
  }
  return { figures, differences: again.flatMap((pulse) => differencesOf(pulse, figures)), waiting: [...waiting] };
}

function keep(figures: Map<string, Figures>, newer: ReadonlyMap<string, Figures>): void {
  for (const [id, some] of newer) figures.set(id, some);
}

function differencesOf(pulse: StoredPulse, figures: ReadonlyMap<string, Figures>): readonly Difference[] {
  const expected = figures.get(pulse.id);
  return expected === undefined ? [] : comparePulse('ContactPulse__c', pulse, expected);
}

function summed({ id, fields }: StoredPulse): { id: string; comparisonStart: string | undefined } {
  const parent = fields['AccountPulse__r'];
  const start = isRecord(parent) ? parent['ComparisonStart__c'] : undefined;
  return { id, comparisonStart: typeof start === 'string' ? start : undefined };
}

function isRecord(value: unknown): value is QueriedRecord {
  return typeof value === 'object' && value !== null;
}
