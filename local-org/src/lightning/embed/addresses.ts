/** The script that a host page loads: the platform's address of it. */
export const libraryUrl = '/lightning/lightning.out.latest/index.iife.prod.js';

/** Where a session for embedded components begins, by a link that works once. */
export const sessionUrl = '/lightning/out/session';

/** The page of one embedded component. */
export const componentUrl = '/lightning/out/component';

/** Cookie of such a session: apart from the one of the org's own pages. */
export const outCookie = 'sid_out';

/** Value of `X-Requested-With` by which embedded pages call the API: it makes the cookie above count. */
export const outRequests = 'customer-pulse-out';
