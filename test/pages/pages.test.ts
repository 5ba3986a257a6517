import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, launchBrowser, overflowX } from '../e2e/browser';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { browsersOf, draw, type Browsers } from './draw';
import type { PageState } from './pageState';
import { pictureProblem } from './picture';
import { BEGINNING, makeWorld, type World } from './world';

const WIDTHS = [390, 1280] as const;
const MOST_HEIGHT = 3_000;

/** All states, or those of the files or names that `PAGES` names. */
const STATES = readdirSync(join(__dirname, 'states'))
  .filter((file) => file.endsWith('.ts'))
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- each file of states registers itself by standing here
  .flatMap((file) => (require(join(__dirname, 'states', file)) as { readonly states: readonly PageState[] }).states)
  .filter(({ name }) => (process.env['PAGES'] ?? '').split(',').some((word) => name.includes(word)));

let org: RunningOrg;
let browser: Browser;
let browsers: Browsers;
let world: World;

before(async () => {
  [org, browser] = await Promise.all([startOrg(BEGINNING), launchBrowser()]);
  world = await makeWorld(org);
  browsers = browsersOf(browser);
});

after(async () => {
  await browser.close();
  await org.stop();
});

describe('given a state of a page', { concurrency: 2 }, () => {
  for (const state of STATES)
    for (const width of state.widths ?? WIDTHS)
      test(`${state.name} at ${String(width)} px, then nothing sticks out, axe finds nothing broken, and it looks as before`, async () => {
        const { page, close } = await draw(browsers, world, state, width);
        try {
          const part = state.element === undefined ? undefined : page.locator(state.element).first();
          const taken = await (part === undefined ? pagePicture(page, width) : part.screenshot({ caret: 'hide' }));
          const problems = [
            ...((await overflowX(page)) === 0 ? [] : ['the page scrolls sideways']),
            ...(await accessibilityProblems(page)),
            ...[pictureProblem(`${state.name}-${String(width)}`, taken)].filter((problem) => problem !== undefined),
          ];
          assert.deepEqual(problems, []);
        } finally {
          await close();
        }
      });
});

/** The whole page, as far down as anybody compares. */
async function pagePicture(page: Page, width: number): Promise<Buffer> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // In a window as high as the picture: what Chromium takes beyond its window repeats the top of long pages now and then.
  await page.setViewportSize({ width, height: Math.min(height, MOST_HEIGHT) });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.screenshot({ caret: 'hide' });
}

test('given all states, then no two have the same name', () => {
  const names = STATES.map(({ name }) => name);
  assert.deepEqual(names.length, new Set(names).size);
});
