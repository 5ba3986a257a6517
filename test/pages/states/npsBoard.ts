import type { Page } from 'playwright-core';
import type { PageState } from '../pageState';

const path = (): string => '/lightning/n/NpsBoard';
const element = 'c-nps-board';
/** All four queries have answered. */
const ready = 'c-nps-revenue [data-plot]';

/** Chooses from a combobox by keyboard. */
async function choose(page: Page, choice: string, option: string): Promise<void> {
  await page.locator(`[data-choice="${choice}"] button`).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: option }).click();
}

/** NPS of all customers, and its cards. */
export const states: readonly PageState[] = [
  { name: 'nps-board', path, ready, widths: [390, 768, 1280, 1920] },
  { name: 'nps-board-slds2', path, ready, element, look: { theme: 'slds2' }, widths: [1280] },
  { name: 'nps-board-sandbox', path, ready, element, look: { lws: true }, widths: [1280] },
  { name: 'nps-board-right-to-left', person: 'hebrew', path, ready, element, widths: [1280] },
  { name: 'nps-board-danish', person: 'dane', path, ready, element, widths: [390] },
  { name: 'nps-board-german', person: 'german', path, ready, element, widths: [1280] },
  {
    name: 'nps-board-touchpoint',
    widths: [1280],
    path,
    ready,
    element,
    act: async (page) => {
      await page.locator('[data-card="journey"] [data-id="Delivery"]').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Touchpoint NPS: Delivery' }).waitFor();
      await page.locator('[data-busy]').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'nps-board-few-answers',
    widths: [390],
    path,
    ready,
    element: '[data-card="headline"]',
    act: async (page) => {
      await choose(page, 'period', 'Last 30 days');
      await page.locator('[data-card="headline"] [data-figure="few"]').waitFor();
    },
  },
  {
    name: 'nps-board-empty',
    widths: [1280],
    path,
    ready: '[data-card="headline"] [data-state="empty"]',
    element,
    act: async (page) => {
      await page.locator(ready).waitFor();
      await choose(page, 'segment', 'Without segment');
      await choose(page, 'period', 'Last 30 days');
      await page.locator('[data-card="headline"] [data-state="empty"]').waitFor();
    },
  },
  {
    name: 'nps-board-trend-keyboard',
    widths: [390],
    path,
    ready,
    element: '[data-card="trend"]',
    act: async (page) => {
      await page.locator('c-nps-trend [data-plot]').focus();
      for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft');
      await page.locator('c-nps-trend [data-tip]').waitFor();
    },
  },
  {
    name: 'nps-board-trend-table',
    path,
    ready,
    element: '[data-card="trend"]',
    act: async (page) => {
      await page.locator('[data-card="trend"] [data-action="table"]').focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-card="trend"] table').waitFor();
    },
  },
  {
    name: 'nps-board-revenue-keyboard',
    path,
    ready,
    element: '[data-card="revenue"]',
    act: async (page) => {
      await page.locator('c-nps-revenue [data-plot]').focus();
      await page.keyboard.press('Home');
      await page.locator('c-nps-revenue [data-tip]').waitFor();
    },
  },
  {
    name: 'nps-board-teams',
    widths: [390],
    path,
    ready,
    element: '[data-card="groups"]',
    act: async (page) => {
      await choose(page, 'grouping', 'Team of the owner');
      await page.locator('[data-card="groups"] [data-row="Nordics"]').waitFor();
    },
  },
  { name: 'nps-board-loading', path, ready: '[data-state="loading"]', element, widths: [1280], org: { how: 'slow', only: 'npsBoard' } },
  {
    name: 'nps-board-error',
    widths: [1280],
    path,
    ready: '[data-card="revenue"] [data-state="error"]',
    element: '[data-card="revenue"]',
    org: { how: 'failing', only: 'npsRevenue' },
  },
  { name: 'nps-board-no-access', person: 'stranger', path, ready: '[data-state="noAccess"]', element, widths: [390] },
  {
    name: 'nps-board-home',
    person: 'manager',
    path: () => '/lightning/page/home',
    ready: 'c-nps-distribution [data-plot]',
    widths: [390, 1280],
  },
];
