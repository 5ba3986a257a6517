import type { Finding } from 'c/setupChecks';
import { fill, formatDate } from 'c/pulseWording';
import { LABELS } from './labels';

/** What is known of a step. `unseen`: nobody looked yet who could; `checking`: the answer is on its way. */
export type StepState = 'done' | 'missing' | 'unseen' | 'notNeeded' | 'checking';

/** What the record of a step says: who ticked it, or what the sync service found. */
export interface StepRecord {
  readonly id: string;
  readonly status: 'Done' | 'Missing' | 'NotNeeded';
  readonly isFromDoctor: boolean;
  /** ISO 8601; empty when it is not known. */
  readonly checkedAt: string;
  readonly detail: string;
  /** Who ticked it; empty when the name is hidden. */
  readonly by: string;
}

/** What came of the step's own check: a finding, that it could not look, or that there is none to ask. */
export type Look = { readonly finding: Finding } | 'checking' | 'failed' | 'none';

/**
 * The state of a step. What can be seen outranks what was ticked: a tick cannot hide that something is missing.
 * Only "not needed" does, as that is a decision.
 */
export function stepState(look: Look, record: StepRecord | undefined): StepState {
  if (record?.status === 'NotNeeded') return 'notNeeded';
  if (look === 'checking') return 'checking';
  if (typeof look === 'object') return look.finding.state;
  if (record === undefined) return 'unseen';
  return record.status === 'Done' ? 'done' : 'missing';
}

/** What is shown beside the state: what was found, or who said so. */
export function stepDetail(look: Look, record: StepRecord | undefined): string {
  const said = record === undefined ? [] : [saidBy(record), record.detail];
  const seen = typeof look === 'object' ? [look.finding.text] : [];
  if (record === undefined && look === 'failed') return LABELS.forbidden;
  const tick = record?.status === 'NotNeeded' || seen.length === 0 ? said : [];
  return [...seen, ...tick].filter((text) => text !== '').join(' ');
}

function saidBy({ isFromDoctor, checkedAt, by }: StepRecord): string {
  const day = formatDate(checkedAt);
  if (day === '') return '';
  const sentence = isFromDoctor ? fill(LABELS.doctor, day) : by === '' ? fill(LABELS.ticked, day) : fill(LABELS.tickedBy, by, day);
  return `${sentence}.`;
}
