import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';
import type { World } from '../world';

const PULSE = 'c-customer-pulse';
const TREND = 'c-pulse-trend';
const MAP = 'c-touchpoint-map';

type Customer = keyof World['customers'];

const account =
  (customer: Customer) =>
  ({ customers }: World): string =>
    `/lightning/r/Account/${customers[customer].accountId}/view`;

const contact =
  (customer: Customer) =>
  ({ customers }: World): string =>
    `/lightning/r/Contact/${customers[customer].contactId}/view`;

/** One card in the eyes of the account manager, unless something else is said. */
function card(name: string, element: string, customer: Customer, ready: string, more: Partial<PageState> = {}): PageState {
  return { name, person: 'manager', path: account(customer), ready: `${element} ${ready}`, element, ...more };
}

async function focusChart(page: Page): Promise<void> {
  await page.locator(`${TREND} .plot`).focus();
}

/** The pulse, its course and the journey, in all their states. */
export const states: readonly PageState[] = [
  card('customer-pulse', PULSE, 'falling', 'c-pulse-spread'),
  card('customer-pulse-few', PULSE, 'few', 'c-pulse-spread'),
  card('customer-pulse-stale', PULSE, 'stale', '[data-state="stale"]'),
  card('customer-pulse-loading', PULSE, 'falling', '[data-state="loading"]', { org: { how: 'slow', only: 'Pulse__r.' }, widths: [390] }),
  card('customer-pulse-error', PULSE, 'falling', '[data-state="error"]', { org: { how: 'failing', only: 'Pulse__r.' }, widths: [390] }),
  card('customer-pulse-unrated', PULSE, 'unrated', '[data-state="empty"]'),
  card('customer-pulse-explained', PULSE, 'falling', '[data-step="nps"]', {
    act: async (page) => {
      await page.locator(`${PULSE} [data-action="explain"]`).press('Enter');
    },
  }),
  card('customer-pulse-people', PULSE, 'falling', 'c-pulse-spread li', {
    act: async (page) => {
      await page.locator(`${PULSE} [data-action="list"]`).first().press('Space');
    },
  }),
  card('customer-pulse-contact', PULSE, 'falling', '[data-state="score"]', { path: contact('falling') }),
  card('customer-pulse-danish', PULSE, 'falling', 'c-pulse-spread', { person: 'dane' }),

  card('pulse-trend', TREND, 'falling', 'svg'),
  card('pulse-trend-keyboard', TREND, 'falling', '[data-figure="tip"]', {
    act: async (page) => {
      await focusChart(page);
      for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
    },
  }),
  card('pulse-trend-answers', TREND, 'falling', '[data-figure="tip"] button', {
    act: async (page) => {
      await page.locator(`${TREND} [data-action="answers"]`).press('Enter');
      await page.locator(`${TREND} [data-dots="Red"][d*="M"]`).waitFor({ state: 'attached' });
      await focusChart(page);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
    },
  }),
  card('pulse-trend-table', TREND, 'falling', 'table', {
    act: async (page) => {
      await page.locator(`${TREND} [data-action="table"]`).press('Enter');
    },
  }),
  card('pulse-trend-rtl', TREND, 'falling', 'svg', { person: 'hebrew', widths: [1280] }),

  card('touchpoint-map-few', MAP, 'few', 'ol'),
];
