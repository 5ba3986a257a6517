import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { differenceOf, KEPT, keepPicture, RENEWING } from './picture';

const FILE = 'specimen';
const TEXT = 'Hamburgefonstiv 0123456789 ÆØÅ äöüß éèñ ½ ± – “”';
const LINES = [12, 13, 16, 20].flatMap((size) =>
  [400, 700].map((weight) => `<p style="font:${String(weight)} ${String(size)}px system-ui,Arial,sans-serif">${TEXT}</p>`),
);

/**
 * Whether this machine draws text as the one that made the kept pictures: with other fonts or another browser every
 * picture would differ, and the comparison would say nothing about the pages.
 */
export async function drawsAsKept(browser: Browser): Promise<boolean> {
  const page = await browser.newPage({ viewport: { width: 700, height: 420 } });
  try {
    await page.setContent(`<!doctype html><body style="margin:8px;background:#fff">${LINES.join('')}</body>`);
    const taken = await page.screenshot();
    const kept = `${KEPT}/${FILE}.png`;
    if (RENEWING) keepPicture(kept, taken);
    return existsSync(kept) && differenceOf(readFileSync(kept), taken, 0) === undefined;
  } finally {
    await page.close();
  }
}
