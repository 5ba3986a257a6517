import { accepted, all, ANSWER_FIELDS, FOLLOW_UP_FIELDS, RELATIONAL, TRANSACTIONAL, type Filter } from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
import { INVITATION_FIELDS, SEGMENT_NAME } from './fields';

/** A stretch of time in ISO 8601: from an instant up to, not including, another. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * What is measured: the NPS of relational surveys, or the touchpoint NPS of the transactional surveys at one touchpoint.
 * There is no third: the two never mix.
 */
export type Measure = { readonly kind: 'relational' } | { readonly kind: 'touchpoint'; readonly touchpoint: string };

/** What is chosen on the board, the time apart. A segment that is null is that of accounts without one; undefined means all. */
export interface Selection {
  readonly measure: Measure;
  readonly segment: string | null | undefined;
}

/** Answers that count, of one measure. */
export function answersWhere(selection: Selection, span: Span): Filter {
  return all(
    accepted(),
    ...within(ANSWER_FIELDS.respondedAt, span),
    ...measured(ANSWER_FIELDS, selection),
    segment(ANSWER_FIELDS.account, selection),
  );
}

/** Answers to transactional surveys at any touchpoint, to be told apart by it. */
export function journeyWhere(selection: Selection, span: Span): Filter {
  return all(
    accepted(),
    ...within(ANSWER_FIELDS.respondedAt, span),
    { [ANSWER_FIELDS.program]: { eq: TRANSACTIONAL } },
    segment(ANSWER_FIELDS.account, selection),
  );
}

/** Invitations that were sent in a stretch of time. */
export function invitationsWhere(selection: Selection, span: Span): Filter {
  return all(
    ...within(INVITATION_FIELDS.sentAt, span),
    ...measured(INVITATION_FIELDS, selection),
    segment(INVITATION_FIELDS.account, selection),
  );
}

/**
 * Follow-ups whose deadline lay in a stretch of time: those at the touchpoint that is measured, else all. A follow-up does not
 * say its program, and whoever may see figures alone may not look it up in the answer.
 */
export function followUpsWhere(selection: Selection, span: Span): Filter {
  const { measure } = selection;
  const touchpoint = measure.kind === 'touchpoint' ? [{ [FOLLOW_UP_FIELDS.touchpoint]: { eq: measure.touchpoint } }] : [];
  return all(...within(FOLLOW_UP_FIELDS.dueAt, span), ...touchpoint, segment(FOLLOW_UP_FIELDS.account, selection));
}

function within(field: string, { from, to }: Span): Filter[] {
  return [{ [field]: { gte: { value: from } } }, { [field]: { lt: { value: to } } }];
}

function measured(fields: { readonly program: string; readonly touchpoint: string }, { measure }: Selection): Filter[] {
  if (measure.kind === 'relational') return [{ [fields.program]: { eq: RELATIONAL } }];
  return [{ [fields.program]: { eq: TRANSACTIONAL } }, { [fields.touchpoint]: { eq: measure.touchpoint } }];
}

function segment(lookup: string, selection: Selection): Filter | undefined {
  if (selection.segment === undefined) return undefined;
  return { [relationshipOf(lookup)]: { [SEGMENT_NAME]: { eq: selection.segment } } };
}
