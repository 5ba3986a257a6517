import type { PageState } from '../pageState';

const HOME = '/lightning/o/Dashboard/home';
const ready = 'dashboards-tile .body > *';
const dashboards = ['Leadership', 'Account Manager', 'Service', 'Programme Owner', 'Data Steward'] as const;

/** The list of dashboards, and each dashboard. */
export const states: readonly PageState[] = [
  { name: 'dashboards', person: 'manager', path: () => HOME, ready: 'reports-home tbody tr' },
  ...dashboards.map((title): PageState => ({
    name: `dashboard-${title.toLowerCase().replace(' ', '-')}`,
    person: title === 'Account Manager' ? 'manager' : 'admin',
    path: () => HOME,
    ready,
    act: async (page) => {
      await page.getByRole('link', { name: title, exact: true }).press('Enter');
      await page.locator(ready).first().waitFor();
    },
  })),
];
