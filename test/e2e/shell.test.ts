import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, overflowX } from './browser';

let org: RunningOrg;
let browser: Browser;
let accountId: string;
let followUpId: string;

/** Enough accounts for three pages of a list. */
const ACCOUNTS = 120;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  const names = Array.from({ length: ACCOUNTS }, (_, index) => ({ Name: `Harbour ${String(index).padStart(3, '0')}` }));
  const made = await org.connection.sobject('Account').create(names);
  accountId = made[0]?.id ?? '';
  const contact = await org.connection.sobject('Contact').create({ FirstName: 'Signe', LastName: 'Aagesen', AccountId: accountId });
  assert.ok(contact.success);
  const followUp = await org.connection.sobject('PulseFollowUp__c').create({ CauseKey__c: 'e2e', Account__c: accountId });
  followUpId = followUp.id ?? '';
});

after(async () => {
  await browser.close();
  await org.stop();
});

test('given a list, when it is sorted, searched and shown on, then it stays one list whose address says what is seen', async () => {
  const page = await openPage(browser, org, '/lightning/o/Account/list', 1280);
  const rows = page.locator('shell-list-page tbody tr');
  await rows.first().waitFor();
  assert.equal(await rows.count(), 50);
  const head = page.locator('shell-record-table thead th').first();
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');

  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  await rows.first().getByRole('link', { name: 'Harbour 119' }).waitFor();
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.match(page.url(), /sort=-Name/u);

  await page.locator('[data-action="more"] button').focus();
  await page.keyboard.press('Enter');
  await rows.nth(99).waitFor();
  assert.equal(await rows.count(), 100);

  await page.getByRole('searchbox', { name: 'Search this list' }).fill('harbour 042');
  await rows.nth(1).waitFor({ state: 'detached' });
  assert.equal(await rows.count(), 1);
  await page.reload();
  await rows.first().getByRole('link', { name: 'Harbour 042' }).waitFor();
  assert.equal(await rows.count(), 1);
  await page.context().close();
});

test('given the search at the top, when a name is begun and chosen with the keyboard alone, then its record opens', async () => {
  const page = await openPage(browser, org, '/lightning/page/home', 1280);
  await page.locator('shell-header').waitFor();
  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: 'Search everything' });
  assert.ok(await isFocused(search));
  await page.keyboard.type('sig');
  await page.getByRole('option', { name: /Signe Aagesen/u }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Signe Aagesen' }).waitFor();
  await page.goto(`${org.url}/lightning/search?q=harbour`);
  await page.getByRole('heading', { name: /^Accounts \(5\+\)/u }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.context().close();
});

test('given a form, when a value is missing, then its field says so; complete, the record is made and opens', async () => {
  const page = await openPage(browser, org, '/lightning/o/Contact/new', 390);
  const dialog = page.getByRole('dialog', { name: 'New Contact' });
  await dialog.locator('[data-action="save"] button').click();
  await dialog.locator('[data-field="LastName"]').getByText('Complete this field.').waitFor();
  assert.ok(await isFocused(dialog.locator('[data-field="LastName"] input')));
  assert.equal(await overflowX(page), 0);
  assert.deepEqual(await accessibilityProblems(page), []);

  await dialog.locator('[data-field="LastName"] input').fill('Brandt');
  await dialog.locator('[data-field="AccountId"] input').fill('harbour 007');
  await dialog.getByRole('option', { name: /Harbour 007/u }).click();
  await dialog.locator('[data-action="save"] button').click();
  await page.waitForURL(/\/lightning\/r\/Contact\/\w+\/view/u);
  await page.getByText('Contact “Brandt” was created.').waitFor();
  const { records } = await org.connection.query<{ Account: { Name: string } }>(
    "SELECT Account.Name FROM Contact WHERE LastName = 'Brandt'",
  );
  assert.deepEqual(
    records.map(({ Account }) => Account.Name),
    ['Harbour 007'],
  );
  await page.context().close();
});

test('given a record, when a rule refuses a change, then its own words stand at the field; what is entered is not lost by Escape', async () => {
  const page = await openPage(browser, org, `/lightning/r/PulseFollowUp__c/${followUpId}/edit`, 1280);
  const dialog = page.getByRole('dialog', { name: /^Edit FU-/u });
  await dialog.locator('[data-field="Status__c"]').getByRole('combobox').click();
  await dialog.locator('[data-field="Status__c"]').getByRole('option', { name: 'Resolved' }).click();
  await dialog.locator('[data-action="save"] button').click();
  await dialog.getByRole('alert').filter({ hasText: 'Review the following fields' }).waitFor();
  const { records } = await org.connection.tooling.query<{ ErrorMessage: string }>(
    "SELECT ErrorMessage FROM ValidationRule WHERE ValidationName = 'ResolvedNeedsOutcome'",
  );
  await dialog
    .locator('[data-field="Outcome__c"]')
    .getByText(records[0]?.ErrorMessage ?? 'no such rule')
    .waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);

  await page.keyboard.press('Escape');
  await dialog.getByText('Leave without saving?').waitFor();
  await dialog.getByRole('button', { name: 'Go on editing' }).click();
  await dialog.locator('[data-action="cancel"] button').click();
  await dialog.getByRole('button', { name: 'Discard changes' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.match(page.url(), /\/view$/u);
  await page.context().close();
});

test('given a related list, when a record is made from it and deleted again, then the list follows, and the parent is filled in', async () => {
  const page = await openPage(browser, org, `/lightning/r/Account/${accountId}/related/Contacts/view`, 1280);
  const rows = page.locator('shell-list-page tbody tr');
  await rows.first().waitFor();
  await page.locator('[data-action="new"] button').click();
  const dialog = page.getByRole('dialog', { name: 'New Contact' });
  await dialog.locator('[data-field="LastName"] input').fill('Zeuthen');
  assert.equal(await dialog.locator('[data-field="AccountId"] input').inputValue(), 'Harbour 000');
  await dialog.locator('[data-action="save"] button').click();
  const made = rows.filter({ hasText: 'Zeuthen' });
  await made.waitFor();

  await made.locator('shell-row-actions button').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Zeuthen' });
  await question.locator('[data-action="delete"] button').click();
  await made.waitFor({ state: 'detached' });
  await page.getByText('was deleted.').first().waitFor();
  await page.context().close();
});

test('given the header, when its parts are opened and closed with the keyboard, then the focus comes back to where it was', async () => {
  const page = await openPage(browser, org, '/lightning/page/home', 1280);
  for (const name of ['App launcher', /notification/iu, /^User menu/u]) {
    const button = page.getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(await isFocused(button), String(name));
  }
  await page.context().close();
});

test('given a record page of the platform, then its fields, its open tasks and all its related lists are a request each', async () => {
  const made = await org.connection.sobject('Case').create({ Subject: 'Late', AccountId: accountId });
  const page = await openPage(browser, org, '/lightning/page/home', 1280);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/services/data/')) requests.push(request.url());
  });
  await page.goto(`${org.url}/lightning/r/Case/${made.id ?? ''}/view`);
  await page.getByText('No open tasks.').waitFor();
  assert.equal(requests.length, 2, requests.join('\n'));
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.locator('shell-related-list .note').first().waitFor();
  assert.equal(requests.length, 3, requests.join('\n'));
  await page.context().close();
});

/** Inside a base component the focus is on its input. */
async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element || element.contains(active);
  });
}
