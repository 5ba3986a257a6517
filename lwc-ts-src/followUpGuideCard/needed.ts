import type { FollowUp } from './followUp';
import { LABELS } from './labels';

/** One thing that a follow-up needs before it can be resolved. */
export interface NeededItem {
  readonly key: string;
  readonly label: string;
  readonly isThere: boolean;
  readonly icon: string;
  readonly variant: string;
  /** Spoken before the label. */
  readonly spoken: string;
}

/** What a follow-up needs before it can be resolved, in the order of the work. Having contacted the customer is not enough. */
export function neededItems({ firstContactAt, rootCause, actionTaken, outcome }: FollowUp): readonly NeededItem[] {
  return [
    item('firstContact', LABELS.firstContact, firstContactAt),
    item('rootCause', LABELS.rootCause, rootCause),
    item('action', LABELS.action, actionTaken),
    item('outcome', LABELS.outcome, outcome),
  ];
}

function item(key: string, label: string, value: string | null): NeededItem {
  return value === null
    ? { key, label, isThere: false, icon: 'utility:warning', variant: 'warning', spoken: LABELS.itemMissing }
    : { key, label, isThere: true, icon: 'utility:success', variant: 'success', spoken: LABELS.itemDone };
}
