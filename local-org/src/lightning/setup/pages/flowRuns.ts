import { SalesforceError } from '../../../errors.ts';
import { flowRunOutcomes, type FlowRunEntry, type FlowRunFilter } from '../../../flow/runLog.ts';
import { transactionLimits } from '../../../flow/limits.ts';
import { flowRunFilter } from '../../../rest/localOrgRoutes.ts';
import { flowRunsUrl, flowsUrl, recordUrl, viewUrl } from '../addresses.ts';
import {
  badge,
  button,
  card,
  escapeHtml,
  facts,
  labelled,
  link,
  meter,
  momentText,
  select,
  table,
  textInput,
  textOr,
  type Tone,
} from '../html.ts';
import type { SetupAsked, SetupPage, SetupView } from '../setupPage.ts';

/** The list of runs with its filters. */
export const flowRunsPage: SetupPage = {
  address: flowRunsUrl,
  entry: flowRunsUrl,
  show: (asked) => {
    const { runLog } = asked.org.flows;
    const filter = readFilter(asked.query);
    if (typeof filter === 'string') return { title: 'Flow runs', status: 400, content: `<p>${escapeHtml(filter)}</p>` };
    const runs = runLog.find(filter);
    const rows = runs.map((run) => runCells(run, asked.user.timeZone));
    const found =
      runs.length === 0
        ? '<p>No run in the log fits these filters.</p>'
        : table('Flow runs, newest first', ['Time', 'Flow', 'Started by', 'Record', 'Outcome', 'Element that failed'], rows);
    return { title: 'Flow runs', content: filterForm(runLog.flowNames(), filter) + card('Runs', found + olderLink(runs, filter)) };
  },
};

/** One run: what it was about, its path, and the limits it used. */
export const flowRunPage: SetupPage = {
  address: '/lightning/setup/FlowRuns/:id/view',
  entry: flowRunsUrl,
  show: ({ org, params, user }) => {
    const id = params['id'] ?? '';
    const run = /^\d{1,15}$/u.test(id) ? org.flows.runLog.read(Number(id)) : undefined;
    return run === undefined ? undefined : runView(run, org.user(run.userId)?.name ?? run.userId, user.timeZone);
  },
};

/** Cells of a run in a list of runs. */
export function runCells(run: FlowRunEntry, timeZone: string): readonly string[] {
  return [
    `<a href="${viewUrl(flowRunsUrl, String(run.id))}">${momentText(run.at, timeZone)}</a>`,
    `${escapeHtml(run.flow)} <span class="slds-text-color_weak">version ${run.version}</span>`,
    escapeHtml(run.trigger),
    run.recordId === null ? textOr('') : link(recordUrl(run.recordId), run.recordId),
    badge(run.outcome, toneOf(run)),
    textOr(run.element),
  ];
}

function toneOf({ outcome }: FlowRunEntry): Tone {
  if (outcome === 'completed') return 'good';
  return outcome === 'failed' ? 'bad' : 'plain';
}

function readFilter(query: SetupAsked['query']): FlowRunFilter | string {
  try {
    return flowRunFilter(query);
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return error.message;
  }
}

function filterForm(flows: readonly string[], filter: FlowRunFilter): string {
  const options = (values: readonly string[]): readonly (readonly [string, string])[] => [
    ['', 'All'],
    ...values.map((value) => [value, value] as const),
  ];
  const fields = [
    labelled('flow', 'Flow', select('flow', options(flows), filter.flow ?? '')),
    labelled('outcome', 'Outcome', select('outcome', options(flowRunOutcomes), filter.outcome ?? '')),
    labelled('recordId', 'Record id', textInput('recordId', filter.recordId ?? '', 'maxlength="18"')),
  ];
  return `<form method="get" action="${flowRunsUrl}" class="slds-m-bottom_small"><div class="setup-fields">${fields.join('')}<div>${button('Filter', 'brand')}</div></div></form>`;
}

/** Leads to the runs before the last one that is shown, while there may be some. */
function olderLink(runs: readonly FlowRunEntry[], filter: FlowRunFilter): string {
  const last = runs.at(-1);
  if (last === undefined || runs.length < (filter.limit ?? Infinity)) return '';
  const query = new URLSearchParams({ before: String(last.id) });
  for (const name of ['flow', 'outcome', 'recordId'] as const) {
    const value = filter[name];
    if (value !== undefined) query.set(name, value);
  }
  return `<p class="slds-m-top_small"><a href="${escapeHtml(`${flowRunsUrl}?${query.toString()}`)}">Older runs</a></p>`;
}

function runView(run: FlowRunEntry, userName: string, timeZone: string): SetupView {
  const about = facts([
    ['Flow', link(viewUrl(flowsUrl, run.flow), run.flow)],
    ['Version', String(run.version)],
    ['Started by', escapeHtml(run.trigger)],
    ['At', momentText(run.at, timeZone)],
    ['Run as', escapeHtml(userName)],
    ['Record', run.recordId === null ? '' : link(recordUrl(run.recordId), run.recordId)],
    ['Outcome', badge(run.outcome, toneOf(run))],
    ['Element that failed', textOr(run.element)],
    ['Error', textOr(run.error)],
  ]);
  const steps = run.steps.map(({ element, type = '', did = '' }, place) => [
    String(place + 1),
    escapeHtml(element),
    textOr(type),
    textOr(did),
  ]);
  const path =
    steps.length === 0
      ? '<p>No element ran.</p>'
      : table('Elements in the order in which they ran', ['Step', 'Element', 'Kind', 'What it did'], steps);
  return {
    title: `Run of ${run.flow}`,
    above: [{ label: 'Flow runs', url: flowRunsUrl }],
    content: card('Run', about) + card('Its path', path) + limitsCard(run),
  };
}

function limitsCard({ limits }: FlowRunEntry): string {
  if (limits === null) return '';
  const { queries, queryRows, dmlStatements, dmlRows } = transactionLimits;
  return card(
    'Limits that the transaction had used when the run ended',
    facts([
      ['SOQL queries', meter(limits.queries, queries)],
      ['Query rows', meter(limits.queryRows, queryRows)],
      ['DML statements', meter(limits.dmlStatements, dmlStatements)],
      ['DML rows', meter(limits.dmlRows, dmlRows)],
      ['Processor time', `${limits.cpuMilliseconds} ms`],
    ]),
  );
}
