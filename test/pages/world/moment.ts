/** Moment at which every picture is taken, ISO 8601: the clock of the org and that of the browser. */
export const NOW = '2026-03-12T09:00:00Z';

/** Moment at which the world is made: what happens then is a few days old in the pictures, so that follow-ups can be overdue. */
export const BEGINNING = '2026-03-08T09:00:00Z';

/** Moment at which the first answers come in, soon after. */
export const FIRST_ANSWERS = '2026-03-08T10:00:00Z';
