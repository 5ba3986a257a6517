/** What the pulse components ask for beyond the record, in one request, and what is worked out from it. */
export { CONTACTS_SHOWN, keyVariable, pulseDocument, type PulseSubject } from './pulseDocument';
export {
  readDetails,
  type JourneyStep,
  type MonthSums,
  type PulseData,
  type PulseDetails,
  type Rebaseline,
  type Respondent,
  type Snapshot,
  type TouchpointSums,
} from './pulseData';
export { dayOfMonth, monthOf, SHOWN_MONTHS, startOfMonth } from './months';
export { monthEnds, type MonthEnd } from './rolling';
export { answersDocument, MOST_DOTS, readDots, type AnswerDot, type AnswersData } from './answersDocument';
