import { PLANNED_DAYS, type Draft } from './answers';
import type { Customer } from './customers';
import type { Story } from './stories';

/** Ratings of the unhappy answers of the last days, and from whom they come. */
const PLAN: readonly {
  readonly rating: number;
  readonly daysAgo: number;
  readonly from: Story | 'accountWithoutActiveOwner' | 'nobodyWeKnow';
}[] = [
  { rating: 2, daysAgo: 0.4, from: 'falling' },
  { rating: 5, daysAgo: 1.3, from: 'giant' },
  { rating: 3, daysAgo: 2.2, from: 'accountWithoutActiveOwner' },
  { rating: 4, daysAgo: 3.5, from: 'nobodyWeKnow' },
  { rating: 6, daysAgo: 4.1, from: 'steadyMid' },
  { rating: 1, daysAgo: 5.4, from: 'steadyLow' },
  { rating: 4, daysAgo: 7.2, from: 'falling' },
  { rating: 0, daysAgo: 8.3, from: 'steadyLow' },
  { rating: 2, daysAgo: 9.6, from: 'nobodyWeKnow' },
  { rating: 6, daysAgo: 11.5, from: 'new' },
];

/** How many fresh unhappy answers come from a known contact: each asks for a follow-up. */
export const FRESH_DETRACTORS = PLAN.filter((planned) => planned.from !== 'nobodyWeKnow').length;

/**
 * Makes the last days certain: nobody is unhappy there but those of the plan, each at another account. Changes the drafts.
 * @returns the planned drafts, who all say why
 */
export function planFreshDetractors(drafts: readonly Draft[], inactive: ReadonlySet<string>): ReadonlySet<Draft> {
  for (const draft of drafts) {
    if (draft.daysAgo < PLANNED_DAYS && draft.rating !== undefined && draft.rating <= 6) draft.rating = 7 + (draft.rating % 2);
  }
  const planned = new Set<Draft>();
  const used = new Set<Customer>();
  for (const { rating, daysAgo, from } of PLAN) {
    const draft = drafts.find((candidate) => {
      const { customer } = candidate;
      if (planned.has(candidate) || candidate.rating === undefined) return false;
      if (from === 'nobodyWeKnow') return !customer;
      if (!customer || used.has(customer)) return false;
      const abandoned = inactive.has(customer.account.owner ?? '');
      return from === 'accountWithoutActiveOwner'
        ? abandoned && customer.company.story !== 'single'
        : !abandoned && customer.company.story === from;
    });
    if (!draft) throw new Error(`The demo has nobody for an unhappy answer from '${from}'.`);
    draft.rating = rating;
    draft.daysAgo = daysAgo;
    planned.add(draft);
    if (draft.customer) used.add(draft.customer);
  }
  return planned;
}
