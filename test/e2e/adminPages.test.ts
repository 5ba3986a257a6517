import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage, overflowX, screenFolder, WIDTHS, wantAll } from './browser';
import { makeGuideData, type GuideData } from './guideData';

/** Where the admin guide's pictures go. */
const PICTURES = screenFolder();

/** Pixels of a page that a picture shows at most: setup, the longest, is whole. */
const MOST_HEIGHT = 1900;

let org: RunningOrg;
let browser: Browser;
let data: GuideData;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  data = await makeGuideData(org);
});

after(async () => {
  await browser.close();
  await org.stop();
});

interface Tick {
  readonly Status__c: string;
  readonly Source__c: string;
}

interface Resolved {
  readonly Status__c: string;
  readonly RootCause__c: string;
  readonly Outcome__c: string;
}

/** Name of the picture, address, and what is there once the page is complete. */
const pages: readonly (readonly [string, () => string, string])[] = [
  ['guide-setup', () => '/lightning/n/PulseSetup', 'c-pulse-setup [data-figure="next"]'],
  ['guide-follow-up', () => `/lightning/r/PulseFollowUp__c/${data.followUpId}/view`, 'c-follow-up-guide [data-state="ready"]'],
  ['guide-account', () => `/lightning/r/Account/${data.accountId}/view`, 'c-response-history [data-state="rows"]'],
  [
    'guide-survey',
    () => `/lightning/r/PulseSurvey__c/${data.surveyId}/view`,
    'shell-related-list table, shell-related-list .tiles, shell-related-list .note',
  ],
  ['guide-list-follow-ups', () => '/lightning/o/PulseFollowUp__c/list?filterName=OpenFollowUps', 'shell-list-page tbody tr'],
  ['guide-list-quarantine', () => '/lightning/o/PulseResponse__c/list?filterName=Quarantined', 'shell-list-page tbody tr'],
  ['german-account', () => `/lightning/r/Account/${data.germanAccountId}/view`, 'c-response-history [data-state="rows"]'],
];

for (const width of WIDTHS) {
  for (const [name, path, complete] of pages) {
    test(`given ${name} at ${String(width)} px, then it is drawn, nothing sticks out in either direction of writing, and axe finds nothing broken`, async () => {
      const page = await openPage(browser, org, path(), width);
      if (path().includes('/lightning/r/')) await wantAll(page);
      await page.locator(complete).first().waitFor();
      await page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
      if (!name.startsWith('german')) await picture(page, `${name}-${String(width)}`);
      assert.equal(await overflowX(page), 0, 'the page scrolls sideways');
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      assert.equal(await overflowX(page), 0, 'the page scrolls sideways when it is read from the right');
      await page.context().close();
    });
  }
}

test('given an open step, when the keyboard alone ticks it, then the record keeps who, when and what, and the progress counts it', async () => {
  const page = await openPage(browser, org, '/lightning/n/PulseSetup', 1280);
  await page.locator('c-pulse-setup [data-figure="next"]').waitFor();
  await page.locator('[data-action="next"] button').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('c-setup-step [aria-expanded="true"]').count(), 1, 'the next step opens');

  const before = await progress(page);
  const step = page.locator('[data-step="recordPages"]');
  await step.locator('[data-action="toggle"]').focus();
  await page.keyboard.press('Enter');
  await step.locator('[data-action="done"] button').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-step="recordPages"][data-state="done"]').waitFor();
  assert.equal(await progress(page), before + 1);
  const { records } = await org.connection.query<Tick>(
    "SELECT Status__c, Source__c, CheckedAt__c FROM PulseSetupStep__c WHERE Key__c = 'recordPages' AND CheckedAt__c != NULL",
  );
  assert.deepEqual(
    records.map(({ Status__c, Source__c }) => [Status__c, Source__c]),
    [['Done', 'Admin']],
  );
  await page
    .locator('c-pulse-setup section')
    .first()
    .screenshot({ path: `${PICTURES}/guide-setup-step.png` });

  await step.locator('[data-action="missing"] button').click();
  await page.locator('[data-step="recordPages"][data-state="missing"]').waitFor();
  assert.equal(await progress(page), before);
  await page.context().close();
});

test('given a step that is seen to be missing, when somebody puts it right and checks again, then it is done', async () => {
  const page = await openPage(browser, org, '/lightning/n/PulseSetup', 1280);
  await page.locator('[data-step="segments"][data-state="missing"]').waitFor();
  const { records } = await org.connection.query<{ Id: string }>('SELECT Id FROM Account WHERE PulseSegment__c = NULL');
  for (const { Id } of records) await org.connection.sobject('Account').update({ Id, PulseSegment__c: 'B' });
  await page.locator('[data-action="check"] button').click();
  await page.locator('[data-step="segments"][data-state="done"]').waitFor();
  await page.context().close();
});

test('given an open follow-up, when it is resolved too early, then it says what is missing; complete, it is resolved in place', async () => {
  const page = await openPage(browser, org, `/lightning/r/PulseFollowUp__c/${data.followUpId}/view`, 1280);
  await page.locator('c-follow-up-guide [data-action="work"] button').click();
  const form = page.locator('c-follow-up-guide c-follow-up-form');
  await form.locator('[data-action="resolve"] button').click();
  assert.match(await form.locator('[data-figure="problem"]').innerText(), /First contact, Root cause, What was done, and Outcome/u);
  await page.locator('c-follow-up-guide').screenshot({ path: `${PICTURES}/guide-follow-up-missing.png` });

  await form.locator('[data-action="now"] button').click();
  await choose(page, 'rootCause', 'Delivery');
  await form.locator('[data-field="actionTaken"] textarea').fill('A new delivery on Monday, free of charge.');
  await choose(page, 'outcome', 'Recovered');
  await form.locator('[data-action="resolve"] button').click();
  await page.locator('c-follow-up-guide .inTime').waitFor();
  assert.equal(await form.count(), 0);
  const { records } = await org.connection.query<Resolved>(
    `SELECT Status__c, RootCause__c, Outcome__c FROM PulseFollowUp__c WHERE Id = '${data.followUpId}'`,
  );
  assert.deepEqual(
    records.map(({ Status__c, RootCause__c, Outcome__c }) => [Status__c, RootCause__c, Outcome__c]),
    [['Resolved', 'Delivery', 'Recovered']],
  );
  await page.context().close();
});

test('given somebody who may see figures only, then the cards work without words and names, and the setup turns them away', async () => {
  const page = await openPage(browser, org, '/lightning/setup/ManageUsers/home', 1280);
  await page.getByRole('button', { name: `Log in as ${data.viewer}` }).click();
  await page.waitForURL('**/lightning/page/home');
  await page.goto(`${org.url}/lightning/r/Account/${data.accountId}/view`);
  await wantAll(page);
  await page.locator('c-response-history [data-figure="no-comments"]').waitFor();
  assert.equal(await page.locator('c-response-history [data-figure="comment"]').count(), 0);
  assert.equal(await page.locator('c-customer-pulse [data-figure="score"]').count(), 1);
  await picture(page, 'guide-account-viewer');
  await page.goto(`${org.url}/lightning/n/PulseSetup`);
  await page.locator('c-pulse-setup [data-state="noAccess"]').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.context().close();
});

/** The page from its top to where a reader of the guide has seen enough. */
async function picture(page: Page, name: string): Promise<void> {
  const main = await page.locator('main').boundingBox();
  assert.ok(main);
  const clip = { x: 0, y: 0, width: main.x * 2 + main.width, height: Math.min(Math.ceil(main.y + main.height) + 16, MOST_HEIGHT) };
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true, clip });
}

/** Steps done, as the page says. */
async function progress(page: Page): Promise<number> {
  return Number(/\d+/u.exec(await page.locator('[data-figure="progress"]').innerText())?.[0]);
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`c-follow-up-form [data-field="${field}"] button`).click();
  await page.locator(`c-follow-up-form [data-field="${field}"]`).getByRole('option', { name: value }).click();
}
