/** The deadline of a follow-up, its reminder and its escalations, in words. */
import { fill, formatDateTime, formatRelative } from 'c/pulseWording';
import { LABELS } from './labels';

/** The moments of a follow-up, ISO 8601; null where there is none. */
export interface Moments {
  readonly isResolved: boolean;
  readonly dueAt: string | null;
  readonly remindedAt: string | null;
  readonly escalateAt: string | null;
  readonly escalatedAt: string | null;
  readonly secondEscalatedAt: string | null;
  readonly resolvedAt: string | null;
}

/** How pressing it is. */
export type Urgency = 'open' | 'overdue' | 'inTime' | 'late';

export interface Deadline {
  readonly urgency: Urgency;
  /** "Due in 5 hours (3 Oct 2026, 14:00)" */
  readonly text: string;
  /** What happened or will happen about it: reminded, escalated, escalates. */
  readonly notes: readonly string[];
}

/** The deadline at a moment in epoch milliseconds. */
export function deadlineOf(moments: Moments, now: number): Deadline {
  const urgency = urgencyOf(moments, now);
  return { urgency, text: deadlineText(moments, urgency, now), notes: notesOf(moments, now) };
}

function urgencyOf({ isResolved, dueAt, resolvedAt }: Moments, now: number): Urgency {
  const due = dueAt === null ? Infinity : Date.parse(dueAt);
  if (isResolved) return resolvedAt !== null && Date.parse(resolvedAt) > due ? 'late' : 'inTime';
  return due < now ? 'overdue' : 'open';
}

function deadlineText({ isResolved, dueAt, resolvedAt }: Moments, urgency: Urgency, now: number): string {
  if (isResolved) {
    const label = dueAt === null ? LABELS.resolvedAt : urgency === 'late' ? LABELS.resolvedLate : LABELS.resolvedInTime;
    return fill(label, resolvedAt === null ? '' : formatDateTime(resolvedAt));
  }
  if (dueAt === null) return LABELS.noDeadline;
  return fill(urgency === 'overdue' ? LABELS.overdue : LABELS.due, formatRelative(dueAt, now), formatDateTime(dueAt));
}

function notesOf({ isResolved, remindedAt, escalateAt, escalatedAt, secondEscalatedAt }: Moments, now: number): string[] {
  const note = (label: string, at: string | null): string[] => (at === null ? [] : [fill(label, formatDateTime(at))]);
  const isAhead = !isResolved && escalatedAt === null && escalateAt !== null && Date.parse(escalateAt) > now;
  return [
    ...note(LABELS.remindedAt, remindedAt),
    ...note(LABELS.escalatesAt, isAhead ? escalateAt : null),
    ...note(LABELS.escalatedAt, escalatedAt),
    ...note(LABELS.secondEscalatedAt, secondEscalatedAt),
  ];
}
