import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';
import type { Moments } from 'c/followUpDeadline';
import { GUIDE_FIELDS, relationshipOf, RESPONSE_FIELDS } from 'c/pulseSchema';

/** A record that the follow-up is about. */
export interface RelatedRecord {
  readonly id: string;
  /** Empty when the user may not see it. */
  readonly name: string;
}

/** A follow-up as the guide reads it. What is blank or hidden is null or empty. */
export interface FollowUp {
  readonly kind: string;
  /** Why there is a follow-up, in one line. */
  readonly cause: string;
  readonly moments: Moments;
  readonly firstContactAt: string | null;
  readonly rootCause: string | null;
  readonly actionTaken: string | null;
  readonly outcome: string | null;
  readonly theme: string;
  readonly suggestedAction: string;
  readonly personalText: string;
  readonly answer: (RelatedRecord & { readonly rating: number | null; readonly comment: string | undefined }) | undefined;
  readonly account: RelatedRecord | undefined;
  readonly contact: RelatedRecord | undefined;
  readonly problem: RelatedRecord | undefined;
}

/** Reads the follow-up out of its record; undefined when the user may not even see its state. */
export function readFollowUp(record: RecordRepresentation): FollowUp | undefined {
  const status = record.fields[GUIDE_FIELDS.status];
  if (status === undefined) return undefined;
  const text = (field: string): string | null => textOf(record.fields[field]);
  return {
    kind: text(GUIDE_FIELDS.kind) ?? '',
    cause: text(GUIDE_FIELDS.cause) ?? '',
    moments: {
      isResolved: status.value === 'Resolved',
      dueAt: text(GUIDE_FIELDS.dueAt),
      remindedAt: text(GUIDE_FIELDS.remindedAt),
      escalateAt: text(GUIDE_FIELDS.escalateAt),
      escalatedAt: text(GUIDE_FIELDS.escalatedAt),
      secondEscalatedAt: text(GUIDE_FIELDS.secondEscalatedAt),
      resolvedAt: text(GUIDE_FIELDS.resolvedAt),
    },
    firstContactAt: text(GUIDE_FIELDS.firstContactAt),
    rootCause: text(GUIDE_FIELDS.rootCause),
    actionTaken: text(GUIDE_FIELDS.actionTaken),
    outcome: text(GUIDE_FIELDS.outcome),
    theme: text(GUIDE_FIELDS.theme) ?? '',
    suggestedAction: text(GUIDE_FIELDS.suggestedAction) ?? '',
    personalText: text(GUIDE_FIELDS.personalText) ?? '',
    answer: readAnswer(record),
    account: related(record, GUIDE_FIELDS.account),
    contact: related(record, GUIDE_FIELDS.contact),
    problem: related(record, GUIDE_FIELDS.problem),
  };
}

function readAnswer(record: RecordRepresentation): FollowUp['answer'] {
  const answer = related(record, GUIDE_FIELDS.response);
  const fields = recordIn(record, GUIDE_FIELDS.response)?.fields;
  const rating = fields?.[RESPONSE_FIELDS.rating]?.value;
  const comment = fields?.[RESPONSE_FIELDS.comment];
  return (
    answer && {
      ...answer,
      rating: typeof rating === 'number' ? rating : null,
      comment: comment === undefined ? undefined : (textOf(comment) ?? ''),
    }
  );
}

function related(record: RecordRepresentation, lookup: string): RelatedRecord | undefined {
  const id = textOf(record.fields[lookup]);
  return id === null ? undefined : { id, name: textOf(recordIn(record, lookup)?.fields['Name']) ?? '' };
}

function recordIn(record: RecordRepresentation, lookup: string): RecordRepresentation | undefined {
  const value = record.fields[relationshipOf(lookup)]?.value;
  return typeof value === 'object' && value !== null ? value : undefined;
}

function textOf(field: FieldValue | undefined): string | null {
  return typeof field?.value === 'string' && field.value.trim() !== '' ? field.value : null;
}
