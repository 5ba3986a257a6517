import type { Org } from '../../../org.ts';
import { flowRunsUrl, flowsUrl, objectsUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, facts, link, momentText, numbers, searchForm, table, tableOr, textOr, wholeText } from '../html.ts';
import { queryText, type SetupAsked, type SetupPage } from '../setupPage.ts';
import { flowsOf, type ListedFlow } from './flowList.ts';
import { runCells } from './flowRuns.ts';

/** Runs that are looked at to tell how a flow is doing. */
const lookedAt = 2000;

/** All flows, with how their last runs ended. */
export const flowsPage: SetupPage = {
  address: flowsUrl,
  entry: flowsUrl,
  show: (asked) => {
    const { org } = asked;
    const wanted = queryText(asked, 'q');
    const found = flowsNamed(org, wanted);
    const counts = runCounts(org);
    const rows = found.map((flow) => {
      const { ran = 0, failed = 0 } = counts.get(flow.name.toLowerCase()) ?? {};
      return [
        `${link(viewUrl(flowsUrl, flow.name), flow.label)}<div class="slds-text-color_weak">${escapeHtml(flow.name)}</div>`,
        escapeHtml(flow.start),
        statusBadge(flow),
        String(org.flows.versionOf(flow.name).number),
        wholeText(ran),
        failed === 0 ? '0' : link(`${flowRunsUrl}?flow=${encodeURIComponent(flow.name)}&outcome=failed`, wholeText(failed)),
      ];
    });
    const columns = ['Flow', 'Starts', 'Status', numbers('Version'), numbers('Runs in the log'), numbers('Failed')];
    return {
      title: 'Flows',
      content:
        searchForm(flowsUrl, 'Search flows', wanted) +
        card(`${found.length} flows`, tableOr(`No flow is called “${wanted}”.`, 'Flows', columns, rows)),
    };
  },
};

/** One flow: what starts it, its elements, and its last runs. */
export const flowPage: SetupPage = {
  address: '/lightning/setup/Flows/:name/view',
  entry: flowsUrl,
  show: (asked) => {
    const name = asked.params['name']?.toLowerCase();
    const flow = flowsOf(asked.org).find((candidate) => candidate.name.toLowerCase() === name);
    if (flow === undefined) return undefined;
    return {
      title: flow.label,
      above: [{ label: 'Flows', url: flowsUrl }],
      content: card('Flow', about(flow, asked)) + versions(flow, asked) + elements(flow) + runs(flow, asked),
    };
  },
};

/** Flows whose label or API name holds the text. */
export function flowsNamed(org: Org, text: string): readonly ListedFlow[] {
  const wanted = text.toLowerCase();
  return flowsOf(org).filter(({ name, label }) => name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted));
}

function statusBadge({ status, runs: isRun, isTemplate }: ListedFlow): string {
  if (status === 'Active') return isRun ? badge('Active', 'good') : badge('Active, not run here', 'warn');
  return badge(isTemplate ? `${status} (template)` : status);
}

function runCounts({ flows }: Org): ReadonlyMap<string, { readonly ran: number; readonly failed: number }> {
  const groups = Map.groupBy(flows.runLog.latest(lookedAt), ({ flow }) => flow.toLowerCase());
  return new Map(
    [...groups].map(([flow, entries]) => [
      flow,
      { ran: entries.length, failed: entries.filter(({ outcome }) => outcome === 'failed').length },
    ]),
  );
}

function about(flow: ListedFlow, { org, user }: SetupAsked): string {
  const object = flow.object === undefined ? undefined : org.schema.object(flow.object);
  return facts([
    ['API name', escapeHtml(flow.name)],
    ['Starts', escapeHtml(flow.start)],
    ['Object', object === undefined ? '' : link(viewUrl(objectsUrl, object.name, 'Details'), object.label)],
    ['Status', statusBadge(flow)],
    ['API version', escapeHtml(flow.apiVersion)],
    ['Last changed', flow.changedAt === 0 ? '' : momentText(flow.changedAt, user.timeZone)],
    ['Changed by', textOr(org.user(flow.changedById)?.name)],
    ['Description', textOr(flow.description)],
  ]);
}

/** The version that runs, and earlier ones of which the log still tells. */
function versions({ name, status }: ListedFlow, { org, user: { timeZone } }: SetupAsked): string {
  const current = org.flows.versionOf(name);
  const seen = new Set(org.flows.runLog.find({ flow: name }).map(({ version }) => version));
  if (status === 'Active') seen.add(current.number);
  const rows = [...seen]
    .toSorted((one, other) => other - one)
    .map((version) => {
      const isCurrent = version === current.number && status === 'Active';
      return [
        String(version),
        isCurrent ? badge('Active', 'good') : badge('Replaced'),
        isCurrent && current.activatedAt > 0 ? momentText(current.activatedAt, timeZone) : textOr(''),
      ];
    });
  return card('Versions', tableOr('No version of it has been active here.', 'Versions', ['Version', 'Status', 'Active since'], rows));
}

function elements({ elements: listed, first }: ListedFlow): string {
  const rows = listed.map(({ name, label, kind, description, next }) => [
    `${escapeHtml(label)}${first.includes(name) ? ` ${badge('First')}` : ''}<div class="slds-text-color_weak">${escapeHtml(name)}</div>`,
    escapeHtml(kind),
    textOr(description),
    textOr(next.join(', ')),
  ]);
  return card('Elements', tableOr('It has no elements.', 'Elements', ['Element', 'Kind', 'What it does', 'Leads to'], rows));
}

function runs({ name }: ListedFlow, { org, user: { timeZone } }: SetupAsked): string {
  const latest = org.flows.runLog.find({ flow: name, limit: 20 });
  const all = latest.length === 0 ? '' : link(`${flowRunsUrl}?flow=${encodeURIComponent(name)}`, 'All runs');
  const columns = ['Time', 'Flow', 'Started by', 'Record', 'Outcome', 'Element that failed'];
  const content =
    latest.length === 0
      ? '<p class="setup-none">It has not run, or the log does not go back that far.</p>'
      : table(
          'Last runs',
          columns,
          latest.map((run) => runCells(run, timeZone)),
        );
  return card('Last runs', content, all);
}
