import type { Order, SortKey } from 'c/portfolioRisk';
import { LABELS } from './labels';

/** The head of a column that can be sorted by. */
export interface ColumnHead {
  readonly key: SortKey;
  readonly label: string;
  /** For `aria-sort`. */
  readonly sort: 'ascending' | 'descending' | 'none';
  readonly icon: string | undefined;
}

const COLUMNS: readonly (readonly [SortKey, string])[] = [
  ['name', LABELS.customer],
  ['risk', LABELS.risk],
  ['pulse', LABELS.pulse],
  ['trend', LABELS.trend],
  ['lastAnswer', LABELS.lastAnswer],
  ['revenue', LABELS.revenue],
];

/** The heads of the columns, with the order that the rows have. */
export function columnHeads(order: Order | undefined): ColumnHead[] {
  return COLUMNS.map(([key, label]) => {
    if (order?.by !== key) return { key, label, sort: 'none', icon: undefined };
    const sort = order.isDescending ? 'descending' : 'ascending';
    return { key, label, sort, icon: order.isDescending ? 'utility:arrowdown' : 'utility:arrowup' };
  });
}
