import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, wantAll } from './browser';
import { makeCustomers, type Customers } from './customers';

const HISTORY = 'c-response-history';

/** Milliseconds since the page was asked for. */
interface RequestTimes {
  readonly startTime: number;
  readonly responseEnd: number;
}

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

test('given an open page, when an answer comes and the history is refreshed, then it stands first, and the button keeps the focus', async () => {
  const page = await singlePage();
  await answer('late-1', 4, 'The second order never came.');
  const refresh = page.locator(`${HISTORY} [data-action="refresh"] button`);
  await press(page, refresh);
  await rows(page).first().getByText('The second order never came.').waitFor();
  assert.equal(await rows(page).count(), 2);
  assert.equal(await refresh.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button), true);
  await page.context().close();
});

test('given the same customer in two tabs, when a page is opened anew, then it shows what the other has brought about', async () => {
  const [first, second] = [await singlePage(), await singlePage()];
  const before = await score(first).innerText();
  await answer('late-2', 0, 'And now nobody answers the phone.');
  await second.reload();
  await score(second).filter({ hasNotText: before }).waitFor();
  assert.equal(await score(first).innerText(), before);
  await first.reload();
  await score(first)
    .filter({ hasText: await score(second).innerText() })
    .waitFor();
  await Promise.all([first, second].map((page) => page.context().close()));
});

test('given a lost connection, when the history is refreshed, then it says so, and reads again when it is back', async () => {
  const page = await singlePage();
  const before = await rows(page).count();
  await page.context().setOffline(true);
  await press(page, page.locator(`${HISTORY} [data-action="refresh"] button`));
  const again = page.locator(HISTORY).getByRole('button', { name: 'Try again' });
  await again.waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.context().setOffline(false);
  await press(page, again);
  await rows(page)
    .nth(before - 1)
    .waitFor();
  await again.waitFor({ state: 'detached' });
  await page.context().close();
});

test('given an org that is restarted under an open page, then the page goes on without a new log-in', async () => {
  const page = await singlePage();
  await org.restart();
  await answer('late-3', 10, 'All well again.');
  await press(page, page.locator(`${HISTORY} [data-action="refresh"] button`));
  await rows(page).first().getByText('All well again.').waitFor();
  await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'All Accounts' }).waitFor();
  await page.context().close();
});

test('given the user menu, when another language is chosen, then the page speaks it, and does so after a new start of the browser', async () => {
  const page = await singlePage();
  await chooseLanguage(page, 'Deutsch');
  await page.locator('html[lang="de"]').waitFor();
  await page.getByText('Antwortverlauf').first().waitFor();
  await page.context().close();
  const later = await singlePage();
  await later.getByText('Antwortverlauf').first().waitFor();
  await chooseLanguage(later, 'American English');
  await later.locator('html[lang="en-US"], html[lang="en"]').waitFor();
  await later.getByText('Response History').first().waitFor();
  await later.context().close();
});

test("given a customer's page, when another customer's is opened, then it asks for that one's figures before it draws, and for no more", async () => {
  const page = await openPage(browser, org, `/lightning/r/Account/${customers.falling.accountId}/view`, 1280);
  const first = await score(page).innerText();
  await page.locator(`${HISTORY} article`).waitFor();
  // The history is not looked at while the page opens: the next page has no reason to ask for it.
  await wantAll(page);
  await rows(page).first().waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/services/data/')) asked.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`);
  });
  await page.goto(`${org.url}/lightning/r/Account/${customers.single.accountId}/view`);
  await score(page).waitFor();
  await page.locator('c-pulse-trend-card c-figure-table').waitFor();
  assert.notEqual(await score(page).innerText(), first);
  assert.equal(asked.length, 2, asked.join('\n'));
  assert.ok(asked.every((request) => request.includes(customers.single.accountId) && !request.includes(customers.falling.accountId)));
  // As a text: the pages' policy allows no functions made from them inside.
  const [record, sums] = await page.evaluate<[RequestTimes, RequestTimes]>(
    "['/ui-api/records/', '/graphql'].map((part) => performance.getEntriesByType('resource').find(({ name }) => name.includes(part)).toJSON())",
  );
  assert.ok(sums.startTime < record.responseEnd, 'the sums do not wait for the record');
  await page.context().close();
});

async function singlePage(): Promise<Page> {
  const page = await openPage(browser, org, `/lightning/r/Account/${customers.single.accountId}/view`, 1280);
  await wantAll(page);
  await rows(page).first().waitFor();
  await score(page).waitFor();
  return page;
}

function rows(page: Page): Locator {
  return page.locator(`${HISTORY} c-response-item`);
}

function score(page: Page): Locator {
  return page.locator('c-customer-pulse [data-figure="score"]');
}

/** An answer of the customer with one answer, given just now. */
async function answer(id: string, rating: number, comment: string): Promise<void> {
  const header = 'response_id,source,email,rating,responded_at,touchpoint,comment';
  const row = [id, 'e2e', 'one@pine.example', rating, new Date().toISOString(), 'Sales', `"${comment}"`].join(',');
  const { exitCode, stderr } = await org.customerPulse('import', org.file(`${id}.csv`, `${header}\n${row}`));
  assert.equal(exitCode, 0, stderr);
  await org.settled();
}

async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.locator('shell-user-menu button.open').click();
  await page.locator('shell-user-menu .language button').click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}
