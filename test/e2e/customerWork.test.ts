import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, wantAll } from './browser';
import { makeCustomers, type Customers } from './customers';

const HISTORY = 'c-response-history';
const DAY = 86_400_000;

let org: RunningOrg;
let browser: Browser;
let customers: Customers;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  customers = await makeCustomers(org);
});

after(async () => {
  await browser.close();
  await org.stop();
});

test('given a pulse, when its answers are asked for, then the history shows those of the window and has the focus', async () => {
  const page = await openPage(browser, org, `/lightning/r/Account/${customers.falling.accountId}/view`, 1280);
  const ask = page.locator('c-customer-pulse [data-action="answers"] button');
  await ask.waitFor();
  assert.equal(await page.locator(`${HISTORY} c-card-frame`).count(), 0, 'the history waits below the window');
  await ask.click();
  await page.locator(`${HISTORY} [data-action="clear"]`).waitFor();
  await page.waitForFunction(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent === 'Response History';
  });
  await press(page, page.locator(`${HISTORY} [data-action="more"] button`));
  const since = new Date(Date.now() - 365 * DAY).toISOString();
  const { totalSize } = await org.connection.query(
    `SELECT COUNT() FROM PulseResponse__c WHERE Account__c = '${customers.falling.accountId}' AND RespondedAt__c >= ${since}`,
  );
  await shown(page, totalSize);
  await press(page, page.locator(`${HISTORY} [data-action="clear"] button`));
  await shown(page, 25);
  await page.context().close();
});

test('given a search for words, then only answers with them stay, and the file that is exported holds just those', async () => {
  const page = await accountPage();
  await page.locator(`${HISTORY} [data-filter="search"] input`).fill('NOBODY was there to receive');
  await shown(page, 1);
  await press(page, page.locator(`${HISTORY} [data-figure="partial"] [data-action="all"] button`));
  await page.locator(`${HISTORY} [data-figure="partial"]`).waitFor({ state: 'detached' });
  await shown(page, 1);
  assert.deepEqual(await accessibilityProblems(page), []);

  await press(page, page.locator(`${HISTORY} [data-action="more-actions"] button`).first());
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export 1 answer (CSV)' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  assert.equal(text.trim().split('\r\n').length, 2, text);
  assert.ok(text.includes('nobody was there to receive it'), text);
  await page.context().close();
});

test('given an unhappy answer, when it is excluded with a reason and included again, then pulse and history follow without a new page', async () => {
  const page = await accountPage();
  const score = page.locator('c-customer-pulse [data-figure="score"]');
  const before = await score.innerText();
  const first = page.locator(`${HISTORY} c-response-item`).first();
  await change(page, first, 'Exclude this answer', 'A test of our own, from the depot.');
  await first.locator('[data-figure="set-aside"]').waitFor();
  await score.filter({ hasNotText: before }).waitFor();
  const { records } = await org.connection.query<{ Status__c: string; LastOverride__r: { Why__c: string } }>(
    `SELECT Status__c, LastOverride__r.Why__c FROM PulseResponse__c WHERE Id = '${customers.responseId}'`,
  );
  assert.deepEqual([records[0]?.Status__c, records[0]?.LastOverride__r.Why__c], ['Excluded', 'A test of our own, from the depot.']);

  await change(page, first, 'Include this answer', 'It was a customer after all.');
  await first.locator('[data-figure="set-aside"]').waitFor({ state: 'detached' });
  await score.filter({ hasText: before }).waitFor();
  await page.context().close();
});

test('given an open follow-up, when it is worked on in the panel of the account, then what is missing is said; complete, it is gone from the panel', async () => {
  const page = await accountPage();
  const entry = page.locator('c-follow-up-panel c-follow-up-entry').first();
  await entry.waitFor();
  const name = /FU-\d+/u.exec(await entry.locator('[data-link="follow-up"]').innerText())?.[0] ?? '';
  await press(page, entry.locator('[data-action="work"]'));
  const form = entry.locator('c-follow-up-form');
  await press(page, form.locator('[data-action="resolve"] button'));
  await form.locator('[data-figure="problem"]').getByText('Root cause').waitFor();

  await press(page, form.locator('[data-action="now"] button'));
  await choose(form, 'rootCause', 'Delivery');
  await form.locator('[data-field="actionTaken"] textarea').fill('A new delivery on Monday, free of charge.');
  await choose(form, 'outcome', 'Recovered');
  await press(page, form.locator('[data-action="resolve"] button'));
  await page.locator('c-follow-up-panel [data-figure="done"]').getByText(name).waitFor();
  await page.locator('c-follow-up-panel c-follow-up-entry').filter({ hasText: name }).waitFor({ state: 'detached' });
  await page.locator(`${HISTORY} [data-figure="follow-up"]`).filter({ hasText: name }).getByText('Resolved', { exact: false }).waitFor();
  const { records } = await org.connection.query<{ Status__c: string; RootCause__c: string }>(
    `SELECT Status__c, RootCause__c FROM PulseFollowUp__c WHERE Name = '${name}'`,
  );
  assert.deepEqual(
    records.map(({ Status__c, RootCause__c }) => [Status__c, RootCause__c]),
    [['Resolved', 'Delivery']],
  );
  await page.context().close();
});

async function accountPage(): Promise<Page> {
  const page = await openPage(browser, org, `/lightning/r/Account/${customers.falling.accountId}/view`, 1280);
  await wantAll(page);
  await page.locator('c-customer-pulse [data-state="score"]').waitFor();
  await shown(page, 25);
  return page;
}

/** Waits until the history shows so many answers. */
async function shown(page: Page, count: number): Promise<void> {
  const rows = page.locator(`${HISTORY} c-response-item`);
  await rows.nth(count - 1).waitFor();
  await rows.nth(count).waitFor({ state: 'detached' });
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

async function change(page: Page, row: Locator, action: string, why: string): Promise<void> {
  await press(page, row.locator('[data-action="menu"] button').first());
  await page.getByRole('menuitem', { name: action }).click();
  await row.locator('c-answer-change textarea').fill(why);
  await row.locator('c-answer-change [data-action="save"] button').click();
  await row.locator('c-answer-change').waitFor({ state: 'detached' });
}

async function choose(form: Locator, field: string, value: string): Promise<void> {
  await form.locator(`[data-field="${field}"] button`).click();
  await form.locator(`[data-field="${field}"]`).getByRole('option', { name: value }).click();
}
