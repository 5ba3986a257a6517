import type { Band } from 'c/pulseBands';
import { LABELS } from './labels';

/** One open follow-up as it is shown; what is blank or hidden is null or empty. */
export interface FollowUpEntryView {
  readonly id: string;
  readonly name: string;
  /** The follow-up whose own page it is. */
  readonly isThisRecord: boolean;
  readonly isHigh: boolean;
  readonly isOverdue: boolean;
  /** "Due in 5 hours (3 Oct 2026, 14:00)" */
  readonly deadline: string;
  /** "An unhappy answer" */
  readonly kind: string;
  readonly cause: string;
  readonly band: Band | undefined;
  readonly ratingText: string;
  readonly contactName: string;
  readonly ownerName: string;
  readonly suggestion: string;
  readonly firstContactAt: string | null;
  readonly rootCause: string | null;
  readonly actionTaken: string | null;
  readonly outcome: string | null;
}

/** One step of the work, done or missing. */
export interface Step {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly isDone: boolean;
  /** Spoken before the label. */
  readonly spoken: string;
}

/** The work on a follow-up in its order. Having contacted the customer is not enough. */
export function stepsOf({ firstContactAt, rootCause, actionTaken, outcome }: FollowUpEntryView): readonly Step[] {
  return [
    step('firstContactAt', LABELS.firstContact, firstContactAt),
    step('rootCause', LABELS.rootCause, rootCause),
    step('actionTaken', LABELS.action, actionTaken),
    step('outcome', LABELS.outcome, outcome),
  ];
}

function step(key: string, label: string, value: string | null): Step {
  const isDone = value !== null && value.trim() !== '';
  return {
    key,
    label,
    isDone,
    icon: isDone ? 'utility:check' : 'utility:dash',
    spoken: isDone ? LABELS.itemDone : LABELS.itemMissing,
  };
}
