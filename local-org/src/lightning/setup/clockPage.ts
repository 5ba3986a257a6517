import type { TimeReport } from '../../flow/schedule/timeline.ts';
import { escapeHtml } from '../pages/htmlPage.ts';
import { card, clockUrl, facts, labelled, momentText, setupPage } from './setupFrame.ts';

export interface ClockView {
  /** Epoch milliseconds, by the org's clock. */
  readonly now: number;
  /** How far it is from real time, in milliseconds. */
  readonly offset: number;
  /** When the next scheduled work is due. */
  readonly nextDue: number | undefined;
  readonly timeZone: string;
  /** What the last move of the clock ran. */
  readonly ran: TimeReport | undefined;
  /** Why the last move was refused. */
  readonly refused: string | undefined;
}

/** Steps by which the clock is often moved: ISO 8601 durations. */
const steps: readonly (readonly [string, string])[] = [
  ['PT1H', '1 hour'],
  ['P1D', '1 day'],
  ['P1W', '1 week'],
  ['P1M', '1 month'],
  ['P1Y', '1 year'],
];

/** Shows the org's clock and moves it. */
export function clockPage(view: ClockView): string {
  const { now, offset, nextDue, timeZone } = view;
  const next = nextDue === undefined ? 'nothing is scheduled' : momentText(nextDue, timeZone);
  const shown = facts([
    [`Now (${timeZone})`, momentText(now, timeZone)],
    ['Now (UTC)', momentText(now, 'UTC')],
    ['Away from real time by', escapeHtml(offsetText(offset))],
    ['Next scheduled work', next],
  ]);
  const note =
    '<p class="slds-m-bottom_small">Scheduled paths and schedule-triggered flows that become due on the way run in order, each at its own time.</p>';
  return setupPage('Clock', clockUrl, notices(view) + card('The org’s time', shown) + card('Move the clock', note + forms(now)));
}

function forms(now: number): string {
  const buttons = steps.map(
    ([duration, label]) =>
      `<button type="submit" name="advanceBy" value="${duration}" class="slds-button slds-button_neutral slds-m-around_xx-small">${label}</button>`,
  );
  const form = (content: string): string => `<form method="post" action="${clockUrl}" class="slds-m-bottom_medium">${content}</form>`;
  const until = `<input class="slds-input" type="datetime-local" step="1" id="now" name="now" required value="${new Date(now).toISOString().slice(0, 19)}">`;
  const by =
    '<input class="slds-input" id="advanceBy" name="advanceBy" required autocomplete="off" placeholder="P1DT2H" aria-describedby="advanceByHelp">';
  const help =
    '<div id="advanceByHelp" class="slds-form-element__help">An ISO 8601 duration, such as P1DT2H for a day and two hours, or seconds.</div>';
  const go = (label: string): string => `<button type="submit" class="slds-button slds-button_brand slds-m-top_x-small">${label}</button>`;
  return [
    form(`<fieldset><legend class="slds-form-element__label">Go on by</legend><div>${buttons.join('')}</div></fieldset>`),
    form(labelled('advanceBy', 'Go on by another time', by) + help + go('Go on')),
    form(labelled('now', 'Set to (UTC)', until) + go('Set the clock')),
    form('<button type="submit" name="real" value="true" class="slds-button slds-button_neutral">Back to real time</button>'),
  ].join('');
}

function notices({ ran, refused }: ClockView): string {
  if (refused !== undefined) return notice('slds-theme_error', 'alert', refused);
  if (ran === undefined) return '';
  const { scheduledPaths, scheduledFlows, scheduledFlowInterviews, failed } = ran;
  const text = `The clock was moved. Scheduled paths that ran: ${scheduledPaths}; scheduled flows: ${scheduledFlows}, their interviews: ${scheduledFlowInterviews}; failed: ${failed}.`;
  return notice('slds-theme_success', 'status', text);
}

function notice(theme: string, role: string, text: string): string {
  return `<div class="slds-notify slds-notify_alert ${theme} slds-m-bottom_small" role="${role}"><h2>${escapeHtml(text)}</h2></div>`;
}

function offsetText(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  if (seconds === 0) return 'nothing';
  const parts = [
    [Math.floor(seconds / 86_400), 'days'],
    [Math.floor(seconds / 3600) % 24, 'hours'],
    [Math.floor(seconds / 60) % 60, 'minutes'],
    [seconds % 60, 'seconds'],
  ] as const;
  const told = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(', ');
  return milliseconds < 0 ? `${told} behind` : `${told} ahead`;
}
