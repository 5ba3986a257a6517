/** Milliseconds for which an answer is taken from the cache without asking again; the platform's own value for records. */
export const freshFor = 30_000;
