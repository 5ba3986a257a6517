import openLabel from '@salesforce/label/c.Pulse_Follow_Up_Open';
import dueLabel from '@salesforce/label/c.Pulse_Follow_Up_Due';
import overdueLabel from '@salesforce/label/c.Pulse_Follow_Up_Overdue';
import resolvedLabel from '@salesforce/label/c.Pulse_Follow_Up_Resolved';
import resolvedOnLabel from '@salesforce/label/c.Pulse_Follow_Up_Resolved_On';
import { fill, formatDate, formatDateTime } from 'c/pulseWording';
import type { FollowUpNode } from './responseNode';

export type FollowUpState = 'open' | 'overdue' | 'resolved';

/** The follow-up of an answer as shown. */
export interface FollowUpRow {
  readonly id: string;
  readonly name: string;
  readonly state: FollowUpState;
  /** "Due 3 Oct 2022, 14:00", "Overdue since ...", "Resolved 4 Oct 2022" */
  readonly stateText: string;
  readonly ownerName: string;
}

/** Makes the row of a follow-up at a moment in epoch milliseconds: overdue when its deadline passed while unresolved. */
export function followUpRow(node: FollowUpNode, now: number): FollowUpRow {
  const state = stateOf(node, now);
  return { id: node.Id, name: node.Name.value, state, stateText: stateText(node, state), ownerName: node.owner?.Name?.value ?? '' };
}

function stateOf(node: FollowUpNode, now: number): FollowUpState {
  if (node.status?.value === 'Resolved') return 'resolved';
  const due = node.dueAt?.value;
  return due && Date.parse(due) < now ? 'overdue' : 'open';
}

function stateText(node: FollowUpNode, state: FollowUpState): string {
  if (state === 'resolved') {
    const resolvedAt = node.resolvedAt?.value;
    return resolvedAt ? fill(resolvedOnLabel, formatDate(resolvedAt)) : resolvedLabel;
  }
  const due = node.dueAt?.value;
  if (!due) return openLabel;
  return fill(state === 'overdue' ? overdueLabel : dueLabel, formatDateTime(due));
}
