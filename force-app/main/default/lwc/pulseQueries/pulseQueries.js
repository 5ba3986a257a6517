// Generated from lwc-ts-src/pulseQueries/pulseQueries.ts by `npm run build:lwc`. Change the source, not this file.
/** What the pulse components ask for beyond the record, in one request, and what is worked out from it. */
export { CONTACTS_SHOWN, keyVariable, pulseDocument } from './pulseDocument';
export { readDetails, } from './pulseData';
export { dayOfMonth, monthOf, SHOWN_MONTHS, startOfMonth } from './months';
export { monthEnds } from './rolling';
export { answersDocument, MOST_DOTS, readDots } from './answersDocument';
