import { flowRunOutcomes, type FlowRunEntry, type FlowRunFilter } from '../../flow/runLog.ts';
import { escapeHtml } from '../pages/htmlPage.ts';
import { card, facts, flowRunsUrl, labelled, momentText, setupPage, table } from './setupFrame.ts';

/** What the list of runs is made of. */
export interface FlowRunsView {
  readonly runs: readonly FlowRunEntry[];
  /** Flows that have runs in the log. */
  readonly flows: readonly string[];
  readonly filter: FlowRunFilter;
  readonly timeZone: string;
}

/** The list of runs with its filters. */
export function flowRunsPage({ runs, flows, filter, timeZone }: FlowRunsView): string {
  const rows = runs.map((run) => [
    `<a href="/lightning/setup/FlowRuns/${run.id}/view">${momentText(run.at, timeZone)}</a>`,
    `${escapeHtml(run.flow)} <span class="slds-text-color_weak">version ${run.version}</span>`,
    escapeHtml(run.trigger),
    recordLink(run.recordId),
    outcomeText(run),
    escapeHtml(run.element ?? ''),
  ]);
  const found =
    runs.length === 0
      ? '<p>No run in the log fits these filters.</p>'
      : table('Flow runs, newest first', ['Time', 'Flow', 'Started by', 'Record', 'Outcome', 'Element that failed'], rows);
  return setupPage(
    'Flow runs',
    flowRunsUrl,
    `${card('Filters', filterForm(flows, filter))}${card('Runs', found + olderLink(runs, filter))}`,
  );
}

function filterForm(flows: readonly string[], filter: FlowRunFilter): string {
  const options = (values: readonly string[], chosen: string | undefined): string =>
    ['', ...values]
      .map(
        (value) =>
          `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(value === '' ? 'All' : value)}</option>`,
      )
      .join('');
  const select = (name: string, values: readonly string[], chosen: string | undefined): string =>
    `<div class="slds-select_container"><select class="slds-select" id="${name}" name="${name}">${options(values, chosen)}</select></div>`;
  const column = (control: string): string => `<div class="slds-col slds-size_1-of-1 slds-medium-size_1-of-3">${control}</div>`;
  return `<form method="get" action="${flowRunsUrl}"><div class="slds-grid slds-wrap slds-gutters_small">
    ${column(labelled('flow', 'Flow', select('flow', flows, filter.flow)))}
    ${column(labelled('outcome', 'Outcome', select('outcome', flowRunOutcomes, filter.outcome)))}
    ${column(labelled('recordId', 'Record id', `<input class="slds-input" id="recordId" name="recordId" maxlength="18" autocomplete="off" value="${escapeHtml(filter.recordId ?? '')}">`))}
    </div><button type="submit" class="slds-button slds-button_brand slds-m-top_small">Filter</button></form>`;
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

/** One run: what started it, what it did step by step, what it used. */
export function flowRunPage(run: FlowRunEntry, timeZone: string): string {
  const about = facts([
    ['Time', momentText(run.at, timeZone)],
    ['Flow', escapeHtml(`${run.flow} (version ${run.version})`)],
    ['Started by', escapeHtml(run.trigger)],
    ['Record', recordLink(run.recordId)],
    ['Ran as', run.userId === '' ? '' : recordLink(run.userId)],
    ['Outcome', outcomeText(run)],
    ['Element that failed', escapeHtml(run.element ?? '')],
    ['Error', escapeHtml(run.error ?? '')],
  ]);
  const steps = run.steps.map(({ element, type = '', did = '' }, place) => [
    String(place + 1),
    escapeHtml(element),
    escapeHtml(type),
    escapeHtml(did),
  ]);
  const elements =
    steps.length === 0
      ? '<p>No element ran.</p>'
      : table('Elements in the order in which they ran', ['Step', 'Element', 'Kind', 'What it did'], steps);
  return setupPage(`Run of ${run.flow}`, '', `${card('Run', about)}${card('Elements', elements)}${limitsCard(run)}`);
}

function limitsCard({ limits }: FlowRunEntry): string {
  if (limits === null) return '';
  const { queries, queryRows, dmlStatements, dmlRows, cpuMilliseconds } = limits;
  return card(
    'Limits that the transaction had used when the run ended',
    facts([
      ['SOQL queries', `${queries} of 100`],
      ['Query rows', `${queryRows} of 50,000`],
      ['DML statements', `${dmlStatements} of 150`],
      ['DML rows', `${dmlRows} of 10,000`],
      ['Processor time', `${cpuMilliseconds} ms`],
    ]),
  );
}

function recordLink(id: string | null): string {
  if (id === null) return '–';
  return `<a href="/lightning/r/${encodeURIComponent(id)}/view">${escapeHtml(id)}</a>`;
}

function outcomeText({ outcome }: FlowRunEntry): string {
  const theme = outcome === 'completed' ? 'slds-theme_success' : outcome === 'failed' ? 'slds-theme_error' : '';
  return `<span class="slds-badge ${theme}">${escapeHtml(outcome)}</span>`;
}
