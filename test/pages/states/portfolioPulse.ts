import type { PageState } from '../pageState';

const path = (): string => '/lightning/n/PulsePortfolio';
const element = 'c-portfolio-pulse';
const ready = 'c-portfolio-row h3';

/** The customers of an account manager. */
export const states: readonly PageState[] = [
  { name: 'portfolio-pulse', person: 'manager', path, ready, element, widths: [390, 768, 1280] },
  {
    name: 'portfolio-pulse-table',
    person: 'manager',
    path,
    ready: 'c-portfolio-table table',
    element,
    act: async (page) => {
      await page.locator('[data-action="table"] button').focus();
      await page.keyboard.press('Enter');
    },
  },
  { name: 'portfolio-pulse-german', person: 'german', path, ready, element, look: { theme: 'slds2' } },
  { name: 'portfolio-pulse-empty', person: 'dane', path, ready: '[data-list="empty"]', element, widths: [390] },
  { name: 'portfolio-pulse-no-access', person: 'stranger', path, ready: '[data-state="noAccess"]', element, widths: [390] },
  {
    name: 'portfolio-pulse-loading',
    widths: [390],
    person: 'manager',
    path,
    ready: '[data-state="loading"]',
    element,
    org: { how: 'slow', only: 'portfolioCustomers' },
  },
  {
    name: 'portfolio-pulse-error',
    widths: [390],
    person: 'manager',
    path,
    ready: '[data-state="error"]',
    element,
    org: { how: 'failing', only: 'portfolioCustomers' },
  },
  {
    name: 'portfolio-pulse-everybody',
    widths: [1280],
    person: 'viewer',
    path,
    ready,
    element,
    look: { lws: true },
    act: async (page) => {
      await page.locator('[data-filter="whose"] button').click();
      await page.getByRole('option', { name: 'Everybody' }).click();
    },
  },
  {
    name: 'portfolio-pulse-ask',
    person: 'manager',
    path,
    ready: 'c-ask-dialog dialog[open] c-ask-customer',
    act: async (page) => {
      await page.locator('[data-action="ask"]').first().click();
    },
  },
];
