import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { runJson, salesforceCli } from '../../scripts/salesforceCli';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, overflowX, WIDTHS } from './browser';
import { writeFormParts } from './formParts';

let org: RunningOrg;
let browser: Browser;
let accountId: string;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  const parts = writeFormParts(join(org.folder, 'parts'));
  const deployed = await runJson(salesforceCli({ home: join(org.folder, 'cli') }), [
    ...['project', 'deploy', 'start', '--source-dir', parts],
    ...['--target-org', 'pulse'],
  ]);
  if (deployed.status !== 0) throw new Error(JSON.stringify(deployed));
  for (const Name of ['Hidden harbour', 'Harbour lights']) {
    const created = await org.connection.sobject('Account').create({ Name });
    accountId = created.id ?? '';
  }
});

after(async () => {
  await browser.close();
  await org.stop();
});

async function desk(width = 1280): Promise<Page> {
  return openPage(browser, org, '/lightning/n/Forms', width);
}

test('given a form for a new record, then a refusal stands at its field, and what is saved is shown and can be changed', async () => {
  const page = await desk();
  const form = page.locator('lightning-record-edit-form').first();
  const save = form.getByRole('button', { name: 'Make contact' });
  await form.getByLabel('Last Name').waitFor();
  await save.press('Enter');
  await form.getByText('Complete this field.').waitFor();

  await form.getByLabel('Last Name').fill('Stern');
  await form.getByLabel('Email').fill('stern@example.com');
  await form.getByRole('combobox', { name: 'Account' }).fill('harbour l');
  await page.getByRole('option', { name: /Harbour lights/u }).click();
  await save.press('Enter');
  const view = page.locator('lightning-record-view-form').first();
  await view.getByText('Stern').waitFor();
  await view.getByText('Harbour lights').waitFor();
  const [contact] = (await org.connection.query<{ AccountId: string }>("SELECT AccountId FROM Contact WHERE LastName = 'Stern'")).records;
  assert.equal(contact?.AccountId, accountId);

  const whole = page.locator('lightning-record-form');
  await whole.getByRole('button', { name: 'Edit' }).click();
  await whole.getByLabel('Title').fill('Harbour master');
  await whole.getByRole('button', { name: 'Save' }).press('Enter');
  await whole.getByText('Harbour master').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.context().close();
});

test('given a record picker, then it finds by what is typed and by its filter, with the keyboard alone', async () => {
  const page = await desk();
  const picker = page.getByRole('combobox', { name: 'Customer' });
  await picker.fill('harbour');
  await page.getByRole('option', { name: /Harbour lights/u }).waitFor();
  assert.equal(await page.getByRole('option', { name: /Hidden/u }).count(), 0);
  await picker.press('ArrowDown');
  await picker.press('Enter');
  await page.getByText(accountId).waitFor();
  assert.equal(await picker.inputValue(), 'Harbour lights');
  await page.context().close();
});

test('given a mutation behind a confirmation, then it runs when it is confirmed', async () => {
  const page = await desk();
  await page.getByRole('button', { name: 'Count accounts' }).click();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByText('Added by mutation').waitFor();
  await page.context().close();
});

for (const width of WIDTHS) {
  test(`given ${String(width)} pixels, then the forms fit`, async () => {
    const page = await desk(width);
    await page.getByRole('combobox', { name: 'Customer' }).waitFor();
    assert.equal(await overflowX(page), 0);
    await page.context().close();
  });
}
