import erasedLabel from '@salesforce/label/c.Pulse_Erased';
import noRating from '@salesforce/label/c.Pulse_No_Rating';
import ratingWords from '@salesforce/label/c.Pulse_Rating_Words';
import quarantined from '@salesforce/label/c.Pulse_Status_Quarantined';
import excluded from '@salesforce/label/c.Pulse_Status_Excluded';
import setAsideBecause from '@salesforce/label/c.Pulse_Set_Aside_Because';
import { bandLook, ratingBand, type Band } from 'c/pulseBands';
import { fill, formatDate, formatDay, formatWhole } from 'c/pulseWording';
import { foldedText } from './foldedText';
import { followUpRow, type FollowUpRow } from './followUpRow';
import type { ResponseNode } from './responseNode';

export { foldedText } from './foldedText';
export { followUpRow, type FollowUpRow, type FollowUpState } from './followUpRow';
export type { Connection, FollowUpNode, ResponseNode } from './responseNode';

export interface ReasonRow {
  readonly key: string;
  readonly text: string;
  /** Found by AI, not said by the customer. */
  readonly isFromAi: boolean;
}

/** One answer as shown. */
export interface ResponseRow {
  readonly id: string;
  readonly name: string;
  /** Null where there is none: missing is not 0. */
  readonly rating: number | null;
  readonly band: Band | undefined;
  /** "9, promoter", or that there is no rating. */
  readonly ratingText: string;
  readonly touchpoint: string;
  /** Value of the program, and its name for people. */
  readonly program: string;
  readonly programLabel: string;
  readonly date: string;
  /** ISO 8601; empty where it is unknown. */
  readonly respondedAt: string;
  /** Epoch milliseconds; 0 where it is unknown. */
  readonly time: number;
  readonly contactName: string;
  readonly comment: string;
  readonly reasons: readonly ReasonRow[];
  readonly followUp: FollowUpRow | undefined;
  /** Value of the status. */
  readonly status: string;
  /** Why the answer does not count; empty for one that does. */
  readonly setAside: string;
  /** That name and words were erased, and when; empty where they were not. */
  readonly erased: string;
  /** Whether comments are open to the user at all. */
  readonly mayReadComment: boolean;
  /** What a search looks into: comment, reasons and name, without case and accents. */
  readonly searchText: string;
}

/** Makes a row of an answer at a moment in epoch milliseconds. Fields hidden from the user are simply not there. */
export function responseRow(node: ResponseNode, now: number): ResponseRow {
  const rating = node.rating?.value ?? null;
  const respondedAt = node.respondedAt?.value ?? '';
  const contactName = node.contact?.Name?.value ?? '';
  const comment = node.comment?.value?.trim() ?? '';
  const reasons = reasonRows(node);
  return {
    id: node.Id,
    name: node.Name.value,
    rating,
    band: ratingBand(rating),
    ratingText: ratingText(rating),
    touchpoint: node.touchpoint?.value ?? '',
    program: node.program?.value ?? '',
    programLabel: node.program?.label ?? node.program?.value ?? '',
    date: formatDate(respondedAt),
    respondedAt,
    time: Date.parse(respondedAt) || 0,
    contactName,
    comment,
    reasons,
    followUp: latestFollowUp(node, now),
    status: node.status?.value ?? '',
    setAside: setAsideText(node),
    erased: node.erasedOn?.value ? fill(erasedLabel, formatDay(node.erasedOn.value)) : '',
    mayReadComment: node.comment !== undefined,
    searchText: foldedText([comment, contactName, ...reasons.map(({ text }) => text)].join('\n')),
  };
}

function ratingText(rating: number | null): string {
  if (rating === null) return noRating;
  return fill(ratingWords, formatWhole(rating), bandLook(ratingBand(rating))?.ratingMeaning ?? '');
}

function reasonRows(node: ResponseNode): ReasonRow[] {
  return (node.reasons?.edges ?? []).flatMap(({ node: reason }) => {
    const text = reason.reason?.value;
    return text && reason.overruled?.value !== true ? [{ key: reason.Id, text, isFromAi: reason.givenBy?.value === 'AI' }] : [];
  });
}

function latestFollowUp(node: ResponseNode, now: number): FollowUpRow | undefined {
  const latest = node.followUps?.edges[0]?.node;
  return latest && followUpRow(latest, now);
}

/** "Quarantined: answered faster than a person can", "Excluded: a test of our own". */
function setAsideText({ status, quarantineReason, lastOverride }: ResponseNode): string {
  if (status?.value === 'Quarantined') return because(quarantined, quarantineReason?.label ?? quarantineReason?.value);
  return status?.value === 'Excluded' ? because(excluded, lastOverride?.why?.value) : '';
}

function because(state: string, reason: string | null | undefined): string {
  return reason ? fill(setAsideBecause, state, reason) : state;
}
