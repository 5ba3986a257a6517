import type { TextField } from '../answer.ts';

/** Most characters the org's fields take; a longer value is rejected with its row rather than cut in silence. */
export const fieldLimits: Readonly<Record<TextField, number>> = {
  invitation: 80,
  contact_id: 80,
  contact_key: 255,
  account_id: 80,
  case_id: 80,
  opportunity_id: 80,
  email: 320,
  phone: 40,
  respondent: 150,
  comment: 32_000,
  answer1: 4_000,
  answer2: 4_000,
  answer3: 4_000,
  answer4: 4_000,
  answer5: 4_000,
  survey: 255,
  program: 20,
  touchpoint: 80,
  channel: 80,
  language: 10,
};

/** Most characters of a reason's text. */
export const reasonLimit = 80;

/** Most reasons of an answer: each is a record in the org. More of them are a comment in the wrong place. */
export const mostReasons = 100;

/** Most values of the customer's own with an answer. */
export const mostExtras = 200;

/** Most characters of `<source>:<response id>`, the external id. */
export const externalIdLimit = 255;

/** Most characters of a value of the customer's own (a long text field of the org). */
export const extraLimit = 32_000;
