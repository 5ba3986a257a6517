import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';

const HOME = '/lightning/o/Report/home';
const ready = 'reports-report-page table tbody tr';

/** Opens a report by its name from the list, as people do. */
function open(name: string, then?: (page: Page) => Promise<void>): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('link', { name, exact: true }).press('Enter');
    await page.locator(ready).first().waitFor();
    await then?.(page);
  };
}

async function press(page: Page, action: string): Promise<void> {
  await page.locator(`reports-report-page [data-action="${action}"]`).first().focus();
  await page.keyboard.press('Enter');
}

/** The list of reports, and a report in each of its forms. */
export const states: readonly PageState[] = [
  { name: 'reports', person: 'manager', path: () => HOME, ready: 'reports-home tbody tr' },
  { name: 'reports-german', person: 'german', path: () => HOME, ready: 'reports-home tbody tr', widths: [390] },
  { name: 'report-summary', person: 'manager', path: () => HOME, ready, act: open('NPS by Month') },
  { name: 'report-matrix', person: 'manager', path: () => HOME, ready, act: open('Touchpoint NPS by Quarter') },
  { name: 'report-rows', person: 'manager', path: () => HOME, ready, act: open('Open Follow-Ups') },
  {
    name: 'report-filters',
    person: 'manager',
    path: () => HOME,
    ready: 'reports-report-filters form',
    act: open('NPS by Month', (page) => press(page, 'filters')),
  },
  {
    name: 'report-chart-keyboard',
    person: 'manager',
    path: () => HOME,
    ready: 'reports-chart .tip',
    element: 'reports-chart',
    widths: [1280],
    act: open('NPS by Month', async (page) => {
      await page.locator('reports-chart .field').focus();
      await page.keyboard.press('ArrowRight');
    }),
  },
  { name: 'report-right-to-left', person: 'hebrew', path: () => HOME, ready, widths: [1280], act: open('NPS by Month') },
  {
    name: 'report-on-paper',
    person: 'manager',
    path: () => HOME,
    ready,
    widths: [768],
    act: open('NPS by Month', (page) => page.emulateMedia({ media: 'print' })),
  },
];
