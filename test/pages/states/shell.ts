import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';

const FOLLOW_UPS = '/lightning/o/PulseFollowUp__c/list?filterName=OpenFollowUps';

/** The shell around the components: lists, search, dialogs, and what opens from the header. */
export const states: readonly PageState[] = [
  {
    name: 'shell-list',
    person: 'manager',
    path: () => FOLLOW_UPS,
    ready: 'shell-record-table tbody tr',
    widths: [390, 768, 1280, 1920],
  },
  { name: 'shell-list-danish', person: 'dane', path: () => FOLLOW_UPS, ready: 'shell-record-table tbody tr', widths: [390] },
  {
    name: 'shell-list-slds2',
    person: 'manager',
    path: () => FOLLOW_UPS,
    ready: 'shell-record-table tbody tr',
    look: { theme: 'slds2' },
    widths: [1280],
  },
  { name: 'shell-list-rtl', person: 'hebrew', path: () => FOLLOW_UPS, ready: 'shell-record-table tbody tr' },
  {
    name: 'shell-list-empty',
    person: 'manager',
    path: () => '/lightning/o/Account/list?search=nothing+here',
    ready: 'shell-list-page .empty',
  },
  { name: 'shell-search', person: 'manager', path: () => '/lightning/search?q=ravnsborg', ready: 'shell-search-page tbody tr' },
  { name: 'shell-suggestions', person: 'manager', path: () => FOLLOW_UPS, ready: 'shell-global-search', act: suggest },
  {
    name: 'shell-launcher',
    person: 'manager',
    path: () => FOLLOW_UPS,
    ready: 'shell-app-launcher',
    act: async (page) => {
      await page.getByRole('button', { name: 'App launcher' }).press('Enter');
      await page.locator('shell-app-launcher .items li').first().waitFor();
    },
  },
  {
    name: 'shell-user-menu',
    person: 'manager',
    path: () => FOLLOW_UPS,
    ready: 'shell-user-menu',
    act: (page) => page.getByRole('button', { name: /^User menu/u }).press('Enter'),
  },
  {
    name: 'shell-new-with-problems',
    person: 'admin',
    path: () => '/lightning/o/Contact/new',
    ready: 'shell-record-dialog shell-form-field',
    act: (page) => page.locator('shell-record-dialog [data-action="save"] button').press('Enter'),
  },
  {
    name: 'shell-edit-german',
    person: 'german',
    path: ({ customers }) => `/lightning/r/Account/${customers.long.accountId}/edit`,
    ready: 'shell-record-dialog shell-form-field',
  },
  {
    name: 'shell-no-access',
    person: 'stranger',
    path: () => '/lightning/o/PulseFollowUp__c/list',
    ready: 'shell-message-page',
  },
];

async function suggest(page: Page): Promise<void> {
  // The key is heard once the page stands.
  await page.locator('shell-record-table tbody tr').first().waitFor();
  await page.bringToFront();
  await page.keyboard.press('/');
  await page.locator('shell-global-search input:focus').waitFor();
  await page.keyboard.type('ravnsb');
  await page.locator('shell-global-search [role="option"]').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
}
