import { SalesforceError } from '../../../errors.ts';
import { nothingRan, type TimeReport } from '../../../flow/schedule/timeline.ts';
import type { Org } from '../../../org.ts';
import { moveClock, wantedMoment } from '../../../rest/moveClock.ts';
import { clockUrl, scheduledWorkUrl } from '../addresses.ts';
import { button, card, escapeHtml, facts, labelled, link, momentText, notice, postForm, textInput } from '../html.ts';
import type { SetupAsked, SetupDone, SetupPage, SetupView } from '../setupPage.ts';

/** Shows the org's clock and moves it. */
export const clockPage: SetupPage = {
  address: clockUrl,
  entry: clockUrl,
  show: (asked) => view(asked, reportNotice(asked.query)),
  act: async (asked, form): Promise<SetupDone> => {
    try {
      const ran = await moveClock(asked.org, momentWanted(form, asked.org));
      const query = new URLSearchParams(Object.entries(ran).map(([name, count]): [string, string] => [name, String(count)]));
      return { goTo: `${clockUrl}?${query.toString()}` };
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      return { ...view(asked, notice('refused', error.message)), status: 400 };
    }
  },
};

/** Steps by which the clock is often moved: ISO 8601 durations. */
const steps: readonly (readonly [string, string])[] = [
  ['PT1H', '1 hour'],
  ['P1D', '1 day'],
  ['P1W', '1 week'],
  ['P1M', '1 month'],
  ['P1Y', '1 year'],
];

function view({ org, user: { timeZone } }: SetupAsked, said: string): SetupView {
  const { clock, flows } = org;
  const [now, nextDue] = [clock.now(), flows.nextDue()];
  const shown = facts([
    [`Now (${timeZone})`, momentText(now, timeZone)],
    ['Now (UTC)', momentText(now, 'UTC')],
    ['Away from real time by', escapeHtml(offsetText(clock.offset))],
    ['Next scheduled work', nextDue === undefined ? 'nothing is scheduled' : momentText(nextDue, timeZone)],
  ]);
  const note = `<p class="slds-m-bottom_small">Scheduled paths and schedule-triggered flows that become due on the way run in order, each at its own time: ${link(scheduledWorkUrl, 'what waits')}.</p>`;
  return { title: 'Clock', content: said + card('The org’s time', shown) + card('Move the clock', note + forms(now)) };
}

function forms(now: number): string {
  const buttons = steps.map(([duration, label]) => button(label, 'neutral', `name="advanceBy" value="${duration}"`));
  const form = (content: string): string => postForm(clockUrl, content, 'slds-m-bottom_medium setup-form');
  const until = `<input class="slds-input" type="datetime-local" step="1" id="now" name="now" required value="${new Date(now).toISOString().slice(0, 19)}">`;
  const by = textInput('advanceBy', '', 'required placeholder="P1DT2H" aria-describedby="advanceBy-help"');
  const go = (label: string): string => `<div class="slds-m-top_x-small">${button(label, 'brand')}</div>`;
  return [
    form(
      `<fieldset><legend class="slds-form-element__label">Go on by</legend><div class="setup-buttons">${buttons.join('')}</div></fieldset>`,
    ),
    form(
      labelled('advanceBy', 'Go on by another time', by, 'An ISO 8601 duration, such as P1DT2H for a day and two hours, or seconds.') +
        go('Go on'),
    ),
    form(labelled('now', 'Set to (UTC)', until) + go('Set the clock')),
    form(button('Back to real time', 'neutral', 'name="real" value="true"')),
  ].join('');
}

/** What the last move of the clock ran, as the address tells it. */
function reportNotice(query: SetupAsked['query']): string {
  const names = ['scheduledPaths', 'scheduledFlows', 'scheduledFlowInterviews', 'failed'] as const;
  if (!names.every((name) => /^\d{1,12}$/u.test(String(query[name])))) return '';
  const { scheduledPaths, scheduledFlows, scheduledFlowInterviews, failed } = names.reduce<TimeReport>(
    (report, name) => ({ ...report, [name]: Number(query[name]) }),
    nothingRan,
  );
  return notice(
    'done',
    `The clock was moved. Scheduled paths that ran: ${scheduledPaths}; scheduled flows: ${scheduledFlows}, their interviews: ${scheduledFlowInterviews}; failed: ${failed}.`,
  );
}

/** @throws SalesforceError INVALID_INPUT */
function momentWanted(form: Readonly<Record<string, string>>, org: Org): number {
  const now = org.clock.now();
  if (form['real'] !== undefined) return now - org.clock.offset;
  // A browser sends `2026-03-01T09:00`, with seconds when there are any.
  const local = form['now'];
  return wantedMoment(local === undefined ? form : { now: `${local.length === 16 ? `${local}:00` : local}Z` }, now);
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
