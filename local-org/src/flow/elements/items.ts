import type { Expression, ParentNeed } from '../compiledFlow.ts';
import { isRecord, type FlowData, type FlowRecord } from '../data.ts';

/** What expressions over an item of a collection read. */
export interface ItemNeeds {
  /** Parents that have nothing to do with the item. */
  readonly outer: readonly ParentNeed[];
  /** Paths of foreign keys that start from each item. */
  readonly ofItem: readonly (readonly string[])[];
}

/** Tells the parents of an item, which stands in `slot`, from all others. */
export function splitNeeds(needs: Expression['needs'], slot: number | undefined): ItemNeeds {
  return {
    outer: needs.filter((need) => need.slot !== slot),
    ofItem: needs.filter((need) => need.slot === slot).map((need) => need.hops),
  };
}

export function recordsAmong(items: readonly FlowData[]): readonly FlowRecord[] {
  return items.filter(isRecord);
}
