import type { RatedCustomer } from './rated';

/** What the table can be sorted by. */
export type SortKey = 'risk' | 'name' | 'pulse' | 'trend' | 'lastAnswer' | 'revenue';

export interface Order {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** The order in which the portfolio comes. */
export const BY_RISK: Order = { by: 'risk', isDescending: true };

/** What a click on a column asks for: that column, or the other way round where it is sorted by it already. */
export function nextOrder({ by, isDescending }: Order, clicked: SortKey): Order {
  if (by === clicked) return { by, isDescending: !isDescending };
  return { by: clicked, isDescending: clicked === 'risk' || clicked === 'revenue' };
}

/** Sorts customers that come by risk; those without a value come last either way. */
export function ordered(byRisk: readonly RatedCustomer[], { by, isDescending }: Order, locale: string): readonly RatedCustomer[] {
  if (by === 'risk') return isDescending ? byRisk : [...byRisk].reverse();
  const { compare } = new Intl.Collator(locale);
  const direction = isDescending ? -1 : 1;
  return [...byRisk].sort((one, other) => {
    if (by === 'name') return direction * compare(one.customer.name, other.customer.name);
    const [first, second] = [valueOf(one, by), valueOf(other, by)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return direction * (first - second);
  });
}

function valueOf({ customer: { pulse, revenue } }: RatedCustomer, by: 'pulse' | 'trend' | 'lastAnswer' | 'revenue'): number | undefined {
  if (by === 'pulse') return pulse?.score;
  if (by === 'trend') return pulse?.trend;
  if (by === 'revenue') return revenue;
  return pulse?.lastResponseAt === undefined ? undefined : Date.parse(pulse.lastResponseAt);
}
