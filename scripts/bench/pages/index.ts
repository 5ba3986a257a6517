import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../chromium';
import { CHROMIUM_FLAGS } from '../../chromium/flags';
import { FORCE_APP } from '../../local-org/deployedOrg';
import { withBenchOrg, type BenchOrg } from '../benchOrg';
import { percentile, type Figure } from '../figures';
import { customerWithAnswers, type BenchCustomer } from './customer';
import { filteringTime } from './filtering';
import { recordPageBundle } from './recordPageBundle';
import { signedIn, visit, type Visit } from './visits';

const ANSWERS = 1000;
const MANY_ANSWERS = 5000;
const ROUNDS = 15;
const EMPTY_PAGE = '/lightning/n/BenchEmpty';

/** Record pages drawn in a browser that has visited them before, beside a page with one empty card. */
export async function measurePages(): Promise<readonly Figure[]> {
  const { first, onDemand, components } = await recordPageBundle();
  const bundle: readonly Figure[] = [
    {
      measure: 'record-page components, what they load at once, minified, without the platform',
      value: first / 1024,
      unit: 'KB',
      note: `goal 60; ${components.join(', ')}`,
    },
    { measure: 'what they load when it is in the window or opened', value: onDemand / 1024, unit: 'KB' },
  ];
  const source = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  try {
    cpSync(FORCE_APP, source, { recursive: true });
    cpSync(join(__dirname, 'emptyCard'), join(source, 'main/default'), { recursive: true });
    return [...(await withBenchOrg(drawnPages, source)), ...bundle];
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

async function drawnPages(org: BenchOrg): Promise<readonly Figure[]> {
  const customer = await customerWithAnswers(org, 0, ANSWERS);
  const browser = await chromium.launch({ executablePath: ensureChromium(console.error), args: [...CHROMIUM_FLAGS] });
  try {
    const page = await signedIn(browser, org, EMPTY_PAGE);
    const paths = recordPages(customer);
    // Once each, so that no round pays for filling caches.
    for (const path of [EMPTY_PAGE, ...Object.values(paths)]) await visit(page, `${org.url}${path}`);
    return [
      ...(await beside(page, org.url, paths.account)),
      ...(await costs(page, org.url, paths)),
      ...(await scriptsOf(page, org.url, paths)),
      await filtering(page, org),
    ];
  } finally {
    await browser.close();
  }
}

function recordPages({ accountId, contactId, responseId }: BenchCustomer): Readonly<Record<'account' | 'contact' | 'answer', string>> {
  return {
    account: `/lightning/r/Account/${accountId}/view`,
    contact: `/lightning/r/Contact/${contactId}/view`,
    answer: `/lightning/r/PulseResponse__c/${responseId}/view`,
  };
}

/** The account and the empty page by turns, so that a busy moment of the machine meets both. */
async function beside(page: Page, url: string, account: string): Promise<readonly Figure[]> {
  const times: Record<'account' | 'empty', number[]> = { account: [], empty: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.empty.push((await visit(page, `${url}${EMPTY_PAGE}`)).drawnAfter);
    times.account.push((await visit(page, `${url}${account}`)).drawnAfter);
  }
  const [full, empty] = [percentile(times.account, 0.5), percentile(times.empty, 0.5)];
  const note = `${String(ROUNDS)} visits each by turns, warm cache; p95 ${String(Math.round(percentile(times.account, 0.95)))} and ${String(Math.round(percentile(times.empty, 0.95)))} ms`;
  return [
    { measure: `account with ${String(ANSWERS)} answers: navigation to drawn, median`, value: full, unit: 'ms', note },
    { measure: 'page with one empty card: navigation to drawn, median', value: empty, unit: 'ms' },
    { measure: 'account page : page with one empty card', value: full / empty, unit: 'times', note: 'goal 1.5' },
  ];
}

async function costs(page: Page, url: string, paths: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const { requests, layoutShift }: Visit = await visit(page, `${url}${path}`);
    figures.push(
      { measure: `${name} page: requests for data`, value: requests.length, unit: '', note: `goal 4; ${requests.join(', ')}` },
      { measure: `${name} page: layout shift after the first paint`, value: layoutShift, unit: '', note: 'goal 0' },
    );
  }
  return figures;
}

/** What each page runs before anybody scrolls, beyond what the page with one empty card runs. */
async function scriptsOf(page: Page, url: string, paths: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const { scripts: common } = await visit(page, `${url}${EMPTY_PAGE}`);
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const { scripts } = await visit(page, `${url}${path}`);
    const own = [...scripts].filter(([address]) => !common.has(address)).map(([, bytes]) => bytes);
    const value = own.reduce((sum, bytes) => sum + bytes, 0) / 1024;
    figures.push({
      measure: `${name} page: scripts that run before anybody scrolls`,
      value,
      unit: 'KB',
      note: 'in a window of 1280 x 900',
    });
  }
  return figures;
}

async function filtering(page: Page, org: BenchOrg): Promise<Figure> {
  const { accountId } = await customerWithAnswers(org, 1, MANY_ANSWERS);
  await visit(page, `${org.url}/lightning/r/Account/${accountId}/view`);
  const note = 'goal 50; from the last letter to the drawn result';
  return { measure: `search in ${String(MANY_ANSWERS)} loaded answers, median`, value: await filteringTime(page), unit: 'ms', note };
}
