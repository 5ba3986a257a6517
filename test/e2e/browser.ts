import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium';
import { CHROMIUM_FLAGS } from '../../scripts/chromium/flags';
import { needed } from '../../scripts/orgConnection';
import type { RunningOrg } from '../support/runningOrg';

const ARTIFACTS = 'test/.artifacts';

/** The widths at which every page must hold: a laptop and a phone. */
export const WIDTHS = [1280, 390] as const;

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(console.log), args: [...CHROMIUM_FLAGS] });
}

/** Opens a page of the org, signed in, at a width in CSS pixels. */
export async function openPage(browser: Browser, org: RunningOrg, path: string, width: number): Promise<Page> {
  const token = encodeURIComponent(needed(org.env, 'SALESFORCE_ACCESS_TOKEN'));
  return openAddress(browser, `${org.url}/secur/frontdoor.jsp?sid=${token}&retURL=${encodeURIComponent(path)}`, width);
}

/** Opens an address in a browser that knows nothing yet. */
export async function openAddress(browser: Browser, address: string, width: number): Promise<Page> {
  const settings = { viewport: { width, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' } as const;
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/**
 * Lets all of a record page come, as it does for a person who scrolls or presses a key: cards below the window wait for that.
 * What is there at once is waited for first.
 */
export async function wantAll(page: Page): Promise<void> {
  await page.locator('shell-record-page .slds-card').first().waitFor();
  await page.keyboard.press('Shift');
}

/** Where pictures go that a person may look at after a run. */
export function artifactFolder(): string {
  mkdirSync(ARTIFACTS, { recursive: true });
  return ARTIFACTS;
}

/** Where pictures of the demo go: `UPDATE_SCREENSHOTS=1` puts them where the README shows them. */
export function screenFolder(): string {
  return process.env['UPDATE_SCREENSHOTS'] === '1' ? 'docs/screens' : artifactFolder();
}

/** What axe finds broken by WCAG 2.1 A and AA, one line each. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // A page without frames needs no second page to bring together what its frames found.
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`);
}

/** How many pixels of the page lie beyond the window's right edge. */
export async function overflowX(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
