import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';

const setup = (page: string): (() => string) => {
  return () => `/lightning/setup/${page}`;
};

/** The org's clock runs on, its calls are counted, its port is any: none of them may move a picture. */
async function still(page: Page): Promise<void> {
  await page.locator('main').waitFor();
  await page.evaluate(() => {
    for (const time of document.querySelectorAll('main time')) time.textContent = '2026-03-12 10:00:00';
    const calls = document.querySelector('main .setup-tile:has(a[href*="SystemOverview"]) .setup-tile-figure');
    if (calls !== null) calls.textContent = '1,234';
    for (const code of document.querySelectorAll('main pre'))
      code.textContent = code.textContent.replace(/127\.0\.0\.1:\d+/u, '127.0.0.1:8080');
  });
}

/** Setup, as an administrator sees it. */
export const states: readonly PageState[] = [
  { name: 'setup-home', path: setup('SetupOneHome/home'), ready: 'main .setup-tiles', act: still },
  {
    name: 'setup-home-slds2',
    path: setup('SetupOneHome/home'),
    ready: 'main .setup-tiles',
    look: { theme: 'slds2' },
    widths: [1280],
    act: still,
  },
  {
    name: 'setup-menu',
    path: setup('ManageUsers/new'),
    ready: 'main form',
    widths: [390],
    act: async (page) => {
      await page.locator('.setup-menu summary').focus();
      await page.keyboard.press('Enter');
      await page.locator('.setup-menu nav').waitFor();
    },
  },
  { name: 'setup-users', path: setup('ManageUsers/home'), ready: 'main table', act: still },
  { name: 'setup-new-user', path: setup('ManageUsers/new'), ready: 'main form' },
  {
    name: 'setup-search',
    path: setup('ManageUsers/new'),
    ready: 'main table',
    act: async (page) => {
      await page.locator('header input[type="search"]').focus();
      await page.keyboard.type('follow');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Results for “follow”' }).waitFor();
    },
  },
  { name: 'setup-permission-set', path: setup('PermSets/CustomerPulseUser/view'), ready: 'main table', widths: [1280] },
  { name: 'setup-object', path: setup('ObjectManager/PulseFollowUp__c/FieldsAndRelationships/view'), ready: 'main table' },
  {
    name: 'setup-field',
    path: setup('ObjectManager/AccountPulse__c/FieldsAndRelationships/Score__c/view'),
    ready: 'main pre',
    widths: [1280],
  },
  { name: 'setup-flow', path: setup('Flows/PulseFollowUp_AfterCommit_ReopenCase/view'), ready: 'main table', act: still },
  { name: 'setup-themes', path: setup('ThemingAndBranding/home'), ready: 'main form', widths: [390] },
  { name: 'setup-lightning-out', path: setup('LightningOut/home'), ready: 'main form', act: still },
  { name: 'setup-no-access', person: 'manager', path: setup('SetupOneHome/home'), ready: 'main h1' },
];
