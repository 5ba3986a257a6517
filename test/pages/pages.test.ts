import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, launchBrowser, overflowX } from '../e2e/browser';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { browsersOf, draw, type Browsers } from './draw';
import type { PageState } from './pageState';
import { pictureProblem, RENEWING } from './picture';
import { drawsAsKept } from './specimen';
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
let compares = false;

before(async () => {
  [org, browser] = await Promise.all([startOrg(BEGINNING), launchBrowser()]);
  world = await makeWorld(org);
  browsers = browsersOf(browser);
  compares = await drawsAsKept(browser);
});

after(async () => {
  await browser.close();
  await org.stop();
});

describe('given a state of a page', { concurrency: 2 }, () => {
  for (const state of STATES)
    for (const width of state.widths ?? WIDTHS)
      test(`${state.name} at ${String(width)} px, then nothing sticks out, axe finds nothing broken, and it looks as before`, async (context) => {
        const { page, close } = await draw(browsers, world, state, width);
        try {
          const name = `${state.name}-${String(width)}`;
          // What is asked for late makes a page longer; where the org holds its answers back there is nothing to wait for.
          if (state.org?.how !== 'slow') await page.waitForLoadState('networkidle');
          const pictures = await pictureProblems(page, width, state.element, (taken) =>
            compares ? pictureProblem(name, taken) : undefined,
          );
          const problems = [
            ...((await overflowX(page)) === 0 ? [] : ['the page scrolls sideways']),
            ...(await accessibilityProblems(page)),
            ...pictures,
          ];
          assert.deepEqual(problems, []);
          if (!compares)
            context.diagnostic('The picture was not compared: this machine draws text otherwise than docs/screens/specimen.png.');
        } finally {
          await close();
        }
      });
});

/** Milliseconds for which a page may still move before it is taken to be drawn. */
const PATIENCE = 12_000;

/** Takes pictures until one is as kept: where the window grows, Chromium draws parts of a tall page twice for some frames. */

async function pictureProblems(
  page: Page,
  width: number,
  element: string | undefined,
  problemOf: (taken: Buffer) => string | undefined,
): Promise<readonly string[]> {
  const end = Date.now() + PATIENCE;
  let before: Buffer | undefined;
  let problem: string | undefined;
  while (Date.now() < end) {
    await fit(page, width, before !== undefined);
    const picture = await (element === undefined ? page : page.locator(element).first()).screenshot({ caret: 'hide' });
    const isSettled = before?.equals(picture) === true;
    before = picture;
    // A picture that is made anew has to be the same twice; one that is compared has to be as kept once.
    if (RENEWING && !isSettled) continue;
    problem = problemOf(picture);
    if (problem === undefined) return [];
  }
  return [problem ?? 'The picture never was the same twice.'];
}

/** The window before it is made as high as the page. */
const LEAST_HEIGHT = 900;

/**
 * Makes the window as high as the page, as far down as anybody compares.
 * @param again from the lowest window on: a page that was measured before it had its style may be shorter than it seemed
 */
async function fit(page: Page, width: number, again: boolean): Promise<void> {
  if (again) await page.setViewportSize({ width, height: LEAST_HEIGHT });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT) });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('given all states, then no two have the same name', () => {
  const names = STATES.map(({ name }) => name);
  assert.deepEqual(names.length, new Set(names).size);
});
