import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { FORCE_APP } from '../../scripts/local-org/deployedOrg';
import { needed } from '../../scripts/orgConnection';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { launchBrowser, openPage } from './browser';
import { makeGuideData, type GuideData } from './guideData';
import { addProbe, PROBE_PATH } from './sandboxProbe';

let org: RunningOrg;
let browser: Browser;
let source: string;
let data: GuideData;

before(async () => {
  source = mkdtempSync(join(tmpdir(), 'lws-'));
  cpSync(FORCE_APP, source, { recursive: true });
  addProbe(source);
  [org, browser] = await Promise.all([startOrg(undefined, source), launchBrowser()]);
  data = await makeGuideData(org);
  await makeInvitation();
  await buildSandbox();
});

async function makeInvitation(): Promise<void> {
  const contact = await recordOf('Contact');
  const { success } = await org.connection.sobject('PulseInvitation__c').create({ Contact__c: contact, Status__c: 'Requested' });
  assert.ok(success);
}

/** The org builds for the sandbox when somebody first asks, which takes longer than a browser waits on a busy machine. */
async function buildSandbox(): Promise<void> {
  const cookie = `sid=${encodeURIComponent(needed(org.env, 'SALESFORCE_ACCESS_TOKEN'))}`;
  const response = await fetch(`${org.url}/lightning/page/home?lws=1`, { headers: { cookie } });
  assert.equal(response.status, 200);
}

after(async () => {
  await browser.close();
  await org.stop();
  rmSync(source, { recursive: true, force: true });
});

/** What a page complained about while it was open. */
interface Watched {
  readonly page: Page;
  readonly problems: string[];
  /** Addresses of the scripts that it loaded. */
  readonly scripts: string[];
}

/** Opens a page with its components inside the sandbox, and waits until nothing on it loads any more. */
async function openSandboxed(path: string): Promise<Watched> {
  const page = await openPage(browser, org, '/lightning/setup/LocalOrgClock/home', 1280);
  const problems: string[] = [];
  const scripts: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request.url());
  });
  await page.goto(`${org.url}${path}${path.includes('?') ? '&' : '?'}lws=1`);
  await page.waitForLoadState('networkidle');
  // Cards below the window come when somebody presses a key.
  await page.keyboard.press('Shift');
  await page.locator('article[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return { page, problems, scripts };
}

/** Names of the tabs that open a component or a Lightning page of the package. */
function ownTabs(): readonly string[] {
  const folder = join(FORCE_APP, 'main/default/tabs');
  return readdirSync(folder)
    .filter((name) => /<(?:flexiPage|lwcComponent)>/u.test(readFileSync(join(folder, name), 'utf8')))
    .map((name) => name.replace('.tab-meta.xml', ''));
}

test('given a component inside the sandbox, then it sees neither the globals nor the cookies of the page', async () => {
  const { page, problems } = await openSandboxed(PROBE_PATH);
  const probe = page.locator('[data-probe]');
  await page.locator('[data-probe]', { hasText: 'awaited' }).waitFor();
  assert.equal(await probe.innerText(), 'global undefined, cookies probe=1, later function, awaited');
  const names = (await page.context().cookies()).map(({ name }) => name).filter((name) => name.endsWith('probe'));
  assert.deepEqual(names, ['LSKey-c$probe'], 'the sandbox keeps the cookies of a namespace apart');
  assert.deepEqual(problems, []);
});

test('given the same component outside of it, then nothing stands between it and the page', async () => {
  const page = await openPage(browser, org, `${PROBE_PATH}?lws=0`, 1280);
  await page.locator('[data-probe]', { hasText: 'awaited' }).waitFor();
  const names = (await page.context().cookies()).map(({ name }) => name);
  assert.ok(names.includes('probe'), names.join());
});

/** Objects whose records have a Lightning page of the package. */
function objectsWithPages(): readonly string[] {
  const folder = join(FORCE_APP, 'main/default/flexipages');
  const named = readdirSync(folder).flatMap(
    (name) => /<sobjectType>(\w+)<\/sobjectType>/u.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? [],
  );
  return [...new Set(['Account', 'Contact', ...named])].sort();
}

/** The first record of an object. */
async function recordOf(objectName: string): Promise<string> {
  if (objectName === 'Account') return data.accountId;
  const { records } = await org.connection.query<{ Id: string }>(`SELECT Id FROM ${objectName} ORDER BY CreatedDate LIMIT 1`);
  const [first] = records;
  assert.ok(first, `there is no ${objectName}`);
  return first.Id;
}

for (const objectName of objectsWithPages()) {
  test(`given a record page of ${objectName}, when its components run inside the sandbox, then all of it is drawn without an error`, async () => {
    const id = await recordOf(objectName);
    await assertDrawn(`/lightning/r/${objectName}/${id}/view`);
  });
}

test('given each tab and the start page, when their components run inside the sandbox, then all of it is drawn without an error', async () => {
  for (const path of [...ownTabs().map((tab) => `/lightning/n/${tab}`), '/lightning/page/home']) await assertDrawn(path);
});

/** Opens a page inside the sandbox: no error, nothing that could not be shown, nothing loaded past the sandbox. */
async function assertDrawn(path: string): Promise<void> {
  const { page, problems, scripts } = await openSandboxed(path);
  await page.locator('main').first().waitFor();
  assert.deepEqual(await page.getByText('cannot be shown').allInnerTexts(), [], path);
  assert.deepEqual(await page.locator('[data-state="error"]').allInnerTexts(), [], path);
  assert.ok(!scripts.some((url) => /\/assets\/app\/c-/u.test(url)), `${path}: a component was loaded outside of the sandbox`);
  const components = await page.evaluate(
    () => [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('c-')).length,
  );
  if (components > 0)
    assert.ok(
      scripts.some((url) => url.includes('/assets/lws/inside-')),
      `${path}: nothing was loaded into the sandbox`,
    );
  assert.deepEqual(problems, [], path);
  await page.context().close();
}
