import {
  FEWEST_ANSWERS,
  reasonMoves,
  type DetractorNode,
  type HuddleFigures,
  type HuddleLists,
  type OpenNode,
  type ResolvedNode,
} from 'c/huddleData';
import type { PaperColumn, PaperRow, PaperSection } from 'c/huddlePaper';
import { fill, formatDateTime, formatPercent, formatSigned, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

const NOTHING = '–';

const columns = (...labels: readonly string[]): PaperColumn[] => labels.map((label) => ({ label }));

/** The three reasons that moved most by more than chance; otherwise the words that say that none did. */
export function reasonSection(figures: HuddleFigures): PaperSection | undefined {
  if (figures.now.reasons === undefined) return undefined;
  const moves = reasonMoves(figures);
  const base = { key: 'reasons', heading: LABELS.reasons, columns: [], rows: [] };
  if (moves === undefined) return { ...base, text: fill(LABELS.noCompare, formatWhole(FEWEST_ANSWERS)) };
  const [now, before] = [figures.now.answers, figures.before.answers];
  const counts = [formatWhole(now), formatWhole(before)];
  if (moves.sound.length === 0) return { ...base, text: fill(LABELS.noMove, ...counts) };
  return {
    ...base,
    text: fill(LABELS.moved, ...counts),
    columns: [{ label: LABELS.reason }, ...[LABELS.now, LABELS.before, LABELS.change].map((label) => ({ label, isNumeric: true }))],
    rows: moves.sound.map((move) => ({
      id: move.reason,
      cells: [move.reason, share(move.now, now), share(move.before, before), fill(LABELS.points, formatSigned(move.points, 0))],
    })),
  };
}

function share(count: number, of: number): string {
  return fill(LABELS.share, formatPercent(count / of), formatWhole(count), formatWhole(of));
}

/** @param since those made from then on are marked as new; undefined marks none */
export function openSection({ open, counts }: HuddleLists, since?: string): PaperSection {
  const rows = open.map((node) => openRow(node, since));
  return section('open', LABELS.open, LABELS.noneOpen, counts.open, rows, [
    ...columns(LABELS.customer, LABELS.why, LABELS.owner, LABELS.status, LABELS.due),
  ]);
}

function openRow(node: OpenNode, since: string | undefined): PaperRow {
  const { Id, Name, account, cause, owner, dueAt, overdue } = node;
  const due = timeOf(dueAt);
  const isUrgent = overdue?.value === true;
  return {
    id: Id,
    isRecord: true,
    isUrgent,
    cells: [
      textOf(account?.Name, Name.value ?? ''),
      textOf(cause),
      textOf(owner?.Name),
      stateOf(node, since),
      isUrgent ? fill(LABELS.isOverdue, due) : due,
    ],
  };
}

function stateOf({ status, escalatedAt, CreatedDate }: OpenNode, since: string | undefined): string {
  const state = wordOf(status);
  if (escalatedAt?.value) return fill(LABELS.escalated, state);
  const isNew = since !== undefined && Date.parse(CreatedDate?.value ?? '') >= Date.parse(since);
  return isNew ? fill(LABELS.isNew, state) : state;
}

export function detractorSection({ detractors, counts }: HuddleLists): PaperSection {
  return section('detractors', LABELS.newDetractors, LABELS.noneDetractors, counts.detractors, detractors.map(detractorRow), [
    ...columns(LABELS.customer, LABELS.person),
    { label: LABELS.rating, isNumeric: true },
    ...columns(LABELS.touchpoint, LABELS.answered, LABELS.followUp),
  ]);
}

/** Nobody follows up who is unknown: that must be seen. */
function detractorRow({ Id, Name, account, contact, rating, touchpoint, respondedAt, followUps }: DetractorNode): PaperRow {
  const followUp = followUps?.edges[0]?.node;
  return {
    id: Id,
    isRecord: true,
    isUrgent: followUps != null && followUp === undefined,
    cells: [
      textOf(account?.Name, Name.value ?? ''),
      textOf(contact?.Name),
      rating?.value == null ? NOTHING : formatWhole(rating.value),
      textOf(touchpoint),
      timeOf(respondedAt),
      followUp ? wordOf(followUp.status) : followUps == null ? NOTHING : LABELS.noFollowUp,
    ],
  };
}

export function resolvedSection({ resolved, counts }: HuddleLists): PaperSection {
  return section('resolved', LABELS.resolved, LABELS.noneResolved, counts.resolved, resolved.map(resolvedRow), [
    ...columns(LABELS.customer, LABELS.why, LABELS.rootCause, LABELS.outcome, LABELS.owner, LABELS.resolvedAt),
  ]);
}

function resolvedRow({ Id, Name, account, cause, rootCause, outcome, owner, resolvedAt }: ResolvedNode): PaperRow {
  const first = textOf(account?.Name, Name.value ?? '');
  return {
    id: Id,
    isRecord: true,
    cells: [first, textOf(cause), wordOf(rootCause), wordOf(outcome), textOf(owner?.Name), timeOf(resolvedAt)],
  };
}

function section(
  key: string,
  heading: string,
  none: string,
  count: number,
  rows: readonly PaperRow[],
  heads: readonly PaperColumn[],
): PaperSection {
  const more = count > rows.length && rows.length > 0 ? fill(LABELS.more, formatWhole(count - rows.length)) : undefined;
  return { key, heading, text: rows.length === 0 ? none : undefined, columns: heads, rows, more };
}

interface Word {
  readonly value: string | null;
  readonly label?: string | null;
}

/** A picklist's word in the user's language. */
function wordOf(word: Word | null | undefined): string {
  return word?.label || word?.value || NOTHING;
}

function textOf(text: { readonly value: string | null } | null | undefined, otherwise = NOTHING): string {
  return text?.value || otherwise;
}

function timeOf(moment: { readonly value: string | null } | null | undefined): string {
  return moment?.value ? formatDateTime(moment.value) : NOTHING;
}
