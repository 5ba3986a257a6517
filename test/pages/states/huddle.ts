import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';

const path = (): string => '/lightning/n/PulseHuddle';
const element = 'c-huddle-summary';
const ready = 'c-huddle-paper [data-section="resolved"]';

/** Chooses from a combobox by keyboard. */
async function choose(page: Page, choice: string, option: string): Promise<void> {
  await page.locator(`[data-choice="${choice}"] button`).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: option }).click();
}

async function toShift(page: Page): Promise<void> {
  await page.locator(ready).waitFor();
  await choose(page, 'sheet', 'Shift handover');
}

/** The sheets for a huddle and for the next shift. */
export const states: readonly PageState[] = [
  { name: 'huddle', person: 'manager', path, ready, widths: [390, 1280] },
  { name: 'huddle-shift', person: 'manager', path, ready: 'c-huddle-paper .signatures', element, act: toShift, widths: [390, 1280] },
  { name: 'huddle-slds2', path, ready, element, look: { theme: 'slds2' }, widths: [1280] },
  { name: 'huddle-german', person: 'german', path, ready, element, look: { lws: true }, widths: [390] },
  { name: 'huddle-right-to-left', person: 'hebrew', path, ready, element, widths: [1280] },
  {
    name: 'huddle-on-paper',
    path,
    ready,
    widths: [768],
    act: async (page) => {
      await page.locator(ready).waitFor();
      await page.emulateMedia({ media: 'print' });
    },
  },
  { name: 'huddle-viewer', person: 'viewer', path, ready, element, widths: [1280] },
  {
    name: 'huddle-loading',
    path,
    ready: '[data-state="loading"]',
    element,
    widths: [1280],
    org: { how: 'slow', only: 'pulseHuddleLists' },
  },
  { name: 'huddle-error', path, ready: '[data-state="error"]', element, widths: [390], org: { how: 'failing', only: 'pulseHuddleLists' } },
  { name: 'huddle-no-access', person: 'stranger', path, ready: '[data-state="noAccess"]', element, widths: [1280] },
];
