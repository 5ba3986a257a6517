import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';
import type { World } from '../world';

const HISTORY = 'c-response-history';
const PANEL = 'c-follow-up-panel';
const DIALOG = 'shell-action-dialog dialog[open]';
const ITEM = `${HISTORY} c-response-item`;

type Customer = keyof World['customers'];

const account =
  (customer: Customer) =>
  ({ customers }: World): string =>
    `/lightning/r/Account/${customers[customer].accountId}/view`;

const contact = ({ customers }: World): string => `/lightning/r/Contact/${customers.falling.contactId}/view`;

/** The history of a customer, in the eyes of an administrator unless something else is said. */
function history(name: string, more: Partial<PageState> = {}): PageState {
  return { name: `history-${name}`, path: account('falling'), ready: ITEM, element: HISTORY, ...more };
}

function panel(name: string, more: Partial<PageState> = {}): PageState {
  return { name: `follow-ups-${name}`, path: account('falling'), ready: `${PANEL} c-follow-up-entry`, element: PANEL, ...more };
}

async function press(page: Page, selector: string, key = 'Enter'): Promise<void> {
  await page.locator(selector).first().focus();
  await page.keyboard.press(key);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask for feedback' }).click();
}

/** Response history, open follow-ups and the dialog that asks. */
export const states: readonly PageState[] = [
  history('table', {
    ready: 'c-response-table tr.details c-response-item',
    act: async (page) => {
      await press(page, `${HISTORY} [data-action="table"] button`);
      await press(page, 'c-response-table [data-action="details"]');
    },
  }),
  history('search', {
    ready: `${HISTORY} [data-figure="partial"]`,
    act: async (page) => {
      await press(page, `${HISTORY} [data-action="filters"]`);
      await page.locator('c-history-filters').waitFor();
      await page.locator(`${HISTORY} [data-filter="search"] input`).fill('pallets');
    },
  }),
  history('no-match', {
    ready: `${HISTORY} [data-figure="no-match"]`,
    act: async (page) => {
      await page.locator(`${HISTORY} [data-filter="search"] input`).fill('nowhere');
    },
  }),
  history('exclude', {
    ready: 'c-answer-change textarea',
    act: async (page) => {
      await press(page, `${ITEM} [data-action="menu"] button`);
      await page.getByRole('menuitem', { name: 'Exclude this answer' }).click();
    },
  }),
  history('no-comments', { person: 'viewer', ready: `${HISTORY} [data-figure="no-comments"]` }),
  history('german', { person: 'german', path: account('long') }),
  panel('open', { person: 'manager' }),
  panel('work', {
    person: 'manager',
    ready: `${PANEL} c-follow-up-form form`,
    act: (page) => press(page, `${PANEL} [data-action="work"]`),
  }),
  panel('missing', {
    person: 'manager',
    ready: `${PANEL} c-follow-up-form [role="alert"]`,
    act: async (page) => {
      await press(page, `${PANEL} [data-action="work"]`);
      await press(page, `${PANEL} c-follow-up-form [data-action="resolve"] button`);
    },
  }),
  panel('no-access', { person: 'stranger', ready: `${PANEL} [data-state="noAccess"]` }),
  { name: 'ask-may', path: contact, ready: `${DIALOG} [data-figure="verdict"]`, act: ask, element: DIALOG },
  {
    name: 'ask-checking',
    path: contact,
    widths: [1280],
    ready: `${DIALOG} [data-figure="checking"]`,
    act: ask,
    element: DIALOG,
    org: { how: 'slow', only: 'startFlow' },
  },
  {
    name: 'ask-account',
    path: account('falling'),
    ready: `${DIALOG} [data-field="contact"]`,
    act: ask,
    element: DIALOG,
  },
];
