/** Where a session for components on other pages begins, and where it leads. */
export const outSessionUrl = '/lightning/out/session';
export const outReadyUrl = '/lightning/out/ready';

/** Cookie of such a session: apart from the one of the org's own pages. */
export const outCookie = 'sid_out';

/** Value of `X-Requested-With` by which pages inside other pages call the API: it makes that cookie count. */
export const outRequests = 'customer-pulse-out';
