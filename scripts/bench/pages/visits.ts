import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { needed } from '../../orgConnection';
import type { BenchOrg } from '../benchOrg';

/** Everything that a page reads goes through here. */
const DATA = '/services/data/';

/** As a text: the pages' policy allows no functions made from them inside. */
const SCRIPTS = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('/assets/app/'))
  .map(({ name, decodedBodySize }) => [name, decodedBodySize])`;

/** What one visit of a page cost. */
export interface Visit {
  /** Milliseconds from navigation to the last change of what is drawn. */
  readonly drawnAfter: number;
  /** Requests for data until then: method and path, without the query. */
  readonly requests: readonly string[];
  /** Cumulative layout shift after the first paint, as browsers measure it. */
  readonly layoutShift: number;
  /** Bytes of each file of the pages' own scripts that ran, by its address: all but engine and base components. */
  readonly scripts: ReadonlyMap<string, number>;
}

/** A browser tab that is signed in and has the pages' scripts in its cache. */
export async function signedIn(browser: Browser, org: BenchOrg, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const token = encodeURIComponent(needed(org.env, 'SALESFORCE_ACCESS_TOKEN'));
  await page.goto(`${org.url}/secur/frontdoor.jsp?sid=${token}&retURL=${encodeURIComponent(path)}`);
  await page.addInitScript({ path: join(__dirname, 'pageWatch.js') });
  return page;
}

/**
 * Opens a page and waits until nothing is read and nothing changes any more.
 * @throws Error when the org answers with an error
 */
export async function visit(page: Page, url: string): Promise<Visit> {
  const requests: string[] = [];
  const note = (request: { url(): string; method(): string }): void => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(DATA)) requests.push(`${request.method()} ${pathname.replace(/^\/services\/data\/v[\d.]+/u, '')}`);
  };
  page.on('request', note);
  const answer = await page.goto(url, { waitUntil: 'load' });
  if (answer?.ok() !== true) throw new Error(`${url} answered ${String(answer?.status())}.`);
  await page.waitForLoadState('networkidle');
  page.off('request', note);
  const { changedAt, shift } = await page.evaluate<{ readonly changedAt: number; readonly shift: number }>('window.pageWatch');
  return { drawnAfter: changedAt, requests, layoutShift: shift, scripts: new Map(await page.evaluate<[string, number][]>(SCRIPTS)) };
}
