import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';
import type { World } from '../world';

type Customer = keyof World['customers'];

const account =
  (customer: Customer) =>
  ({ customers }: World): string =>
    `/lightning/r/Account/${customers[customer].accountId}/view`;

/** The cards of the account page. */
const CARDS = ['c-customer-pulse', 'c-follow-up-panel', 'c-pulse-trend', 'c-touchpoint-map', 'c-response-history'] as const;

/** What each card of the account page shows when all goes well; the history comes last. */
const LAST = 'c-response-item';
const CHARTS = ['c-pulse-trend svg', 'c-touchpoint-map ol', LAST];
const DRAWN = ['c-customer-pulse [data-state="score"]', 'c-customer-pulse c-pulse-spread', ...CHARTS];

async function all(page: Page, selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) await page.locator(selector).first().waitFor();
}

/** Every card of the account page in one of the states that all of them share. */
function cards(
  name: string,
  state: 'loading' | 'empty' | 'error' | 'noAccess',
  more: Partial<PageState>,
  of: readonly string[] = CARDS,
): PageState {
  const selectors = of.map((card) => `${card} [data-state="${state}"]`);
  return {
    name: `page-account-${name}`,
    person: 'manager',
    path: account('falling'),
    ready: CARDS[0],
    act: (page) => all(page, selectors),
    ...more,
  };
}

/** The account page with everything on it, in the eyes of an account manager. */
function drawn(name: string, more: Partial<PageState> = {}): PageState {
  return { name, person: 'manager', path: account('falling'), ready: LAST, act: (page) => all(page, DRAWN), ...more };
}

/** Whole record pages, the account page also in other looks and at the width of a tablet and of a large screen. */
export const states: readonly PageState[] = [
  drawn('page-account', { widths: [390, 768, 1280, 1920] }),
  drawn('page-account-slds2', { look: { theme: 'slds2' }, widths: [1280] }),
  drawn('page-account-lws', { look: { lws: true }, widths: [1280] }),
  drawn('page-account-rtl', { person: 'hebrew' }),
  drawn('page-account-long-names', { person: 'german', path: account('long') }),
  // The card of the pulse reads the record, which is not disturbed here.
  cards('loading', 'loading', { org: { how: 'slow', only: 'query ' } }, CARDS.slice(1)),
  cards('empty', 'empty', { path: account('silent') }),
  cards('error', 'error', { org: { how: 'failing', only: 'query ' } }, CARDS.slice(1)),
  cards('no-access', 'noAccess', { person: 'stranger' }),
  {
    name: 'page-contact',
    person: 'manager',
    path: ({ customers }) => `/lightning/r/Contact/${customers.falling.contactId}/view`,
    ready: 'c-customer-pulse [data-state="score"]',
    act: (page) => all(page, CHARTS),
  },
  {
    name: 'page-account-pulse',
    person: 'manager',
    path: ({ records }) => `/lightning/r/AccountPulse__c/${records.accountPulse}/view`,
    ready: 'c-customer-pulse [data-state="score"]',
  },
  {
    name: 'page-follow-up',
    person: 'manager',
    path: ({ records }) => `/lightning/r/PulseFollowUp__c/${records.followUp}/view`,
    ready: 'c-follow-up-guide [data-figure="suggestion"]',
  },
  {
    name: 'page-response',
    person: 'manager',
    path: ({ records }) => `/lightning/r/PulseResponse__c/${records.response}/view`,
    ready: 'c-customer-pulse [data-state="score"]',
    act: (page) => all(page, ['c-follow-up-panel c-follow-up-entry', LAST]),
  },
  { name: 'page-setup', path: () => '/lightning/n/PulseSetup', ready: 'c-pulse-setup [data-figure="next"]' },
];
