import type { Page } from 'playwright-core';
import { percentile } from '../figures';

const SEARCHES = ['late', 'thank you', 'number 49', 'nobody called', 'answer', 'on time', 'number 4999', 'late', 'delivery'] as const;
const HISTORY = 'c-response-history';

/**
 * Milliseconds from a typed search to the drawn result, over all answers of a customer, median.
 * The page stands at the customer's record, and nothing is loaded yet but the first answers.
 */
export async function filteringTime(page: Page): Promise<number> {
  const search = page.locator(`${HISTORY} [data-filter="search"] input`);
  // The answers come when somebody looks for them.
  await page.locator(HISTORY).scrollIntoViewIfNeeded();
  await search.fill('late');
  await page.locator(`${HISTORY} [data-action="all"] button`).click();
  await page.locator(`${HISTORY} [data-figure="partial"]`).waitFor({ state: 'detached', timeout: 120_000 });
  const times: number[] = [];
  for (const text of SEARCHES) {
    await search.fill(text);
    times.push(await settled(page));
  }
  return percentile(times, 0.5);
}

/** Waits until nothing was drawn for a while; from typing to what was drawn last. */
async function settled(page: Page): Promise<number> {
  // As texts: the pages' policy allows no functions made from them inside.
  const isQuiet = 'performance.now() - Math.max(window.pageWatch.changedAt, window.pageWatch.typedAt) > 400';
  while (!(await page.evaluate<boolean>(isQuiet))) await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  return page.evaluate<number>('Math.max(0, window.pageWatch.changedAt - window.pageWatch.typedAt)');
}
