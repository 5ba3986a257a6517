import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, overflowX, artifactFolder, wantAll, WIDTHS } from './browser';
import { makeCustomers, type Customers } from './customers';

const PICTURES = artifactFolder();

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

for (const width of WIDTHS) {
  const pages: readonly [string, () => string, string][] = [
    ['account', () => `/lightning/r/Account/${customers.falling.accountId}/view`, 'score'],
    ['contact', () => `/lightning/r/Contact/${customers.falling.contactId}/view`, 'score'],
    ['response', () => `/lightning/r/PulseResponse__c/${customers.responseId}/view`, 'score'],
    ['account-without-answers', () => `/lightning/r/Account/${customers.silent.accountId}/view`, 'empty'],
    ['account-with-one-answer', () => `/lightning/r/Account/${customers.single.accountId}/view`, 'score'],
  ];
  for (const [name, path, state] of pages) {
    test(`given ${name} at ${String(width)} px, then it is drawn, nothing sticks out, and axe finds nothing broken`, async () => {
      const page = await openPage(browser, org, path(), width);
      await page.locator(`c-customer-pulse [data-state="${state}"]`).waitFor();
      await wantAll(page);
      await page.locator('c-response-history [data-state="rows"], c-response-history [data-state="empty"]').first().waitFor();
      await page.screenshot({ path: `${PICTURES}/${name}-${String(width)}.png`, fullPage: true });
      assert.equal(await overflowX(page), 0, 'the page scrolls sideways');
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.context().close();
    });
  }
}

test('given a falling account, then the gauge card says score, band, trend and answers as the org computes them', async () => {
  const page = await fallingAccount();
  const pulse = (
    await org.connection.query<{ Score__c: number; PriorScore__c: number; RatingCount__c: number }>(
      `SELECT Score__c, PriorScore__c, RatingCount__c FROM AccountPulse__c WHERE Account__c = '${customers.falling.accountId}'`,
    )
  ).records[0];
  assert.ok(pulse);
  assert.equal(await figure(page, 'score'), pulse.Score__c.toFixed(1));
  assert.match(await figure(page, 'answers'), new RegExp(`^${String(pulse.RatingCount__c)} answers`, 'u'));
  assert.match(await figure(page, 'trend'), new RegExp(`down .*${pulse.PriorScore__c.toFixed(1).replace('.', '\\.')}`, 'iu'));
  await page.context().close();
});

test('given the history, when it is filtered by band with the keyboard, then only detractors stay', async () => {
  const page = await fallingAccount();
  const rows = page.locator('c-response-history c-response-item');
  assert.equal(await rows.count(), 25, 'a page of answers');
  await page.locator('c-response-history [data-action="filters"]').focus();
  await page.keyboard.press('Enter');
  await chooseByKeyboard(page, page.locator('c-response-history [data-filter="band"] button'), 'Red: detractor');
  await rows.filter({ hasNotText: 'detractor' }).first().waitFor({ state: 'detached' });
  const ratings = await rows.locator('.rating').allInnerTexts();
  assert.ok(ratings.length > 0);
  for (const rating of ratings) assert.ok(Number(/\d+/u.exec(rating)?.[0]) <= 6, rating);
  await page.context().close();
});

test('given more answers than one page, when more are asked for, then all are there, newest first', async () => {
  const page = await fallingAccount();
  await page.locator('c-response-history [data-action="more"] button').click();
  const rows = page.locator('c-response-history c-response-item');
  await rows.nth(42).waitFor();
  assert.equal(await rows.count(), 43);
  const dates = (await rows.locator('[data-link="answer"]').allInnerTexts()).map((text) => Date.parse(text.split('\n')[0] ?? ''));
  assert.deepEqual(
    dates,
    [...dates].sort((one, other) => other - one),
  );
  await page.context().close();
});

test('given a fresh detractor, then its row shows comment, reasons and the open follow-up, and leads to it', async () => {
  const page = await fallingAccount();
  const first = page.locator('c-response-history c-response-item').first();
  assert.deepEqual(await first.locator('[data-figure="reason"]').allInnerTexts(), ['Late delivery', 'No reply']);
  const short = (await first.locator('[data-figure="comment"]').innerText()).length;
  await first.locator('[data-action="expand"]').click();
  assert.ok((await first.locator('[data-figure="comment"]').innerText()).length > short);
  const link = first.locator('[data-link="follow-up"]');
  const name = /FU-\d+/u.exec(await link.innerText())?.[0] ?? '';
  await link.click();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByText('Call back', { exact: false }).first().waitFor();
  await page.context().close();
});

test('given nobody is signed in, then no page shows a record', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${org.url}/lightning/r/Account/${customers.falling.accountId}/view`);
  assert.ok(!(await page.content()).includes('Ravnsborg'));
  await context.close();
});

async function fallingAccount(): Promise<Page> {
  const page = await openPage(browser, org, `/lightning/r/Account/${customers.falling.accountId}/view`, 1280);
  await wantAll(page);
  await page.locator('c-response-history c-response-item').first().waitFor();
  return page;
}

async function figure(page: Page, name: string): Promise<string> {
  return page.locator(`c-customer-pulse [data-figure="${name}"]`).innerText();
}

/** Opens a combobox and walks to the choice with the arrow key alone, as a person does: one step seen before the next. */
async function chooseByKeyboard(page: Page, combobox: Locator, choice: string): Promise<void> {
  await combobox.focus();
  await page.keyboard.press('Enter');
  const options = page.getByRole('option');
  await options.first().waitFor();
  const steps = (await options.allInnerTexts()).indexOf(choice);
  for (let step = 1; step <= steps; step += 1) {
    const before = await combobox.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowDown');
    while ((await combobox.getAttribute('aria-activedescendant')) === before) await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.keyboard.press('Enter');
}
