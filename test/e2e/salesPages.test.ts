import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, overflowX, wantAll } from './browser';
import { makeCustomers, type Customers } from './customers';

let org: RunningOrg;
let browser: Browser;
let customers: Customers;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  customers = await makeCustomers(org);
  await danishUser();
});

after(async () => {
  await browser.close();
  await org.stop();
});

test('given my customers, when a follow-up is started for one by keyboard, then it is in the org, and its row leads to it', async () => {
  const page = await openPage(browser, org, '/lightning/n/PulsePortfolio', 1280);
  const row = rowOf(page, 'Lone Pine Printing');
  await press(page, row.locator('[data-action="start"]'));
  const link = row.locator('[data-link="follow-up"] a');
  await link.waitFor();
  const { records } = await org.connection.query<{ Id: string; Open__c: number }>(
    `SELECT Id, Open__c FROM PulseFollowUp__c WHERE Account__c = '${customers.single.accountId}'`,
  );
  assert.deepEqual(
    records.map(({ Open__c }) => Open__c),
    [1],
  );
  assert.ok((await link.getAttribute('href'))?.includes(records[0]?.Id ?? 'none'));
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.context().close();
});

test('given my customers, when one of them is to be asked, then the dialog names it, closes by Escape, and gives the focus back', async () => {
  const page = await openPage(browser, org, '/lightning/n/PulsePortfolio', 390);
  const ask = rowOf(page, 'Lone Pine Printing').locator('[data-action="ask"]');
  await press(page, ask);
  const dialog = page.getByRole('dialog', { name: /Lone Pine Printing/u });
  await dialog.waitFor();
  assert.equal(await overflowX(page), 0);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('data-action') === 'ask';
  });
  await page.context().close();
});

test('given my customers, then the one that falls stands before the one that is well, each with its pulse or why there is none', async () => {
  const page = await openPage(browser, org, '/lightning/n/PulsePortfolio', 1280);
  await rowOf(page, 'Ravnsborg Cold Storage').waitFor();
  const names = await page.locator('c-portfolio-row h3').allInnerTexts();
  assert.ok(names.indexOf('Ravnsborg Cold Storage') < names.indexOf('Lone Pine Printing'), names.join());
  const { records } = await org.connection.query<{ Score__c: number }>(
    `SELECT Score__c FROM AccountPulse__c WHERE Account__c = '${customers.falling.accountId}'`,
  );
  const score = await rowOf(page, 'Ravnsborg Cold Storage').locator('.score').innerText();
  assert.equal(score, records[0]?.Score__c.toFixed(1));
  await page.context().close();
});

test('given a Danish user on a phone, then page, cards and figures are Danish', async () => {
  const page = await openPage(browser, org, '/lightning/setup/ManageUsers/home', 390);
  await page.getByRole('button', { name: 'Log in as Dorte Dansker' }).click();
  await page.waitForURL('**/lightning/page/home');
  await page.goto(`${org.url}/lightning/r/Account/${customers.falling.accountId}/view`);
  const score = page.locator('c-customer-pulse [data-figure="score"]');
  await score.waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'da');
  assert.match(await score.innerText(), /^\d+,\d$/u);
  await wantAll(page);
  await page.locator('c-response-history c-response-item').first().waitFor();
  for (const danish of ['Svarhistorik', 'Se svarene']) await page.getByText(danish).first().waitFor();
  for (const english of ['Response History', 'See the answers', 'Open Follow-Ups'])
    assert.equal(await page.getByText(english).count(), 0, english);
  assert.equal(await overflowX(page), 0);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.context().close();
});

/** Reads and works in Danish, with what a user of the package has. */
async function danishUser(): Promise<void> {
  const [profile] = (await org.connection.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'")).records;
  const user = await org.connection.sobject('User').create({
    FirstName: 'Dorte',
    LastName: 'Dansker',
    Alias: 'dorte',
    Email: 'dorte@example.com',
    Username: 'dorte@customer-pulse.example',
    ProfileId: profile?.Id,
    LanguageLocaleKey: 'da',
    LocaleSidKey: 'da_DK',
    EmailEncodingKey: 'UTF-8',
    TimeZoneSidKey: 'Europe/Copenhagen',
  });
  if (!user.success) throw new Error(JSON.stringify(user.errors));
  const sets = "SELECT Id FROM PermissionSet WHERE Name IN ('CustomerPulseUser', 'CustomerPulseComments')";
  for (const { Id } of (await org.connection.query<{ Id: string }>(sets)).records) {
    await org.connection.sobject('PermissionSetAssignment').create({ AssigneeId: user.id, PermissionSetId: Id });
  }
}

function rowOf(page: Page, customer: string): Locator {
  return page.locator('c-portfolio-row').filter({ has: page.getByRole('article', { name: customer }) });
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}
