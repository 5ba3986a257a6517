import type { PageState } from '../pageState';

const drawn = 'c-customer-pulse [data-state="score"]';

/** Whole record pages, also at the width of a tablet and of a large screen. */
export const states: readonly PageState[] = [
  {
    name: 'page-account',
    person: 'manager',
    path: ({ customers }) => `/lightning/r/Account/${customers.falling.accountId}/view`,
    ready: drawn,
    widths: [390, 768, 1280, 1920],
  },
  {
    name: 'page-account-long-names',
    person: 'german',
    path: ({ customers }) => `/lightning/r/Account/${customers.long.accountId}/view`,
    ready: drawn,
  },
];
