import type { Org } from '../../../org.ts';
import { mostScheduledInterviews, transactionLimits } from '../../../flow/limits.ts';
import type { FlowRunEntry } from '../../../flow/runLog.ts';
import { documentedLimits } from '../../../rest/resources/documentedLimits.ts';
import { storageOf } from '../../../rest/resources/limits.ts';
import { flowRunsUrl, limitsUrl, objectsUrl, viewUrl } from '../addresses.ts';
import { card, escapeHtml, link, meter, numbers, table, tableOr, wholeText } from '../html.ts';
import { numberOf, rowsOf } from '../rows.ts';
import type { SetupAsked, SetupPage } from '../setupPage.ts';

const day = 86_400_000;
/** Objects with the most records that are named. */
const mostObjects = 15;

/** What the org has used of what an Enterprise org has. */
export const limitsPage: SetupPage = {
  address: limitsUrl,
  entry: limitsUrl,
  show: (asked) => ({ title: 'Limits', content: ofTheDay(asked) + ofFlows(asked.org) + storage(asked.org) }),
};

/** API calls of today, by the org's clock. */
export function apiCallsToday({ org, usage }: Pick<SetupAsked, 'org' | 'usage'>): { readonly used: number; readonly max: number } {
  if (usage !== undefined) return usage.today();
  const today = new Date(org.clock.now()).toISOString().slice(0, 10);
  const [row] = rowsOf(org.database, 'local_api_usage', 'SELECT calls FROM local_api_usage WHERE day = ?', today);
  return { used: row === undefined ? 0 : numberOf(row, 'calls'), max: documentedLimits['DailyApiRequests'] ?? 0 };
}

function ofTheDay(asked: SetupAsked): string {
  const { org } = asked;
  const { used, max } = apiCallsToday(asked);
  const since = org.clock.now() - day;
  const [starts] = rowsOf(
    org.database,
    'local_org_flow_schedule_start',
    'SELECT coalesce(sum(interviews), 0) AS interviews FROM local_org_flow_schedule_start WHERE at >= ?',
    since,
  );
  const rows = [
    ['API requests today', meter(used, max)],
    [
      'Single e-mails to people outside, in 24 hours',
      meter(org.flows.calls.outbox?.countedSince(since) ?? 0, documentedLimits['SingleEmail'] ?? 0),
    ],
    [
      'Interviews started by schedules, in 24 hours',
      meter(starts === undefined ? 0 : numberOf(starts, 'interviews'), mostScheduledInterviews),
    ],
    ['Data storage, MB', meter(storageOf(org).megabytes, documentedLimits['DataStorageMB'] ?? 0)],
  ];
  return card('Limits of the day', table('Limits of the day', ['Limit', 'Used'], rows));
}

/** How near the runs in the log came to the limits of a transaction. */
function ofFlows(org: Org): string {
  const runs = org.flows.runLog.latest();
  const most = (use: (limits: NonNullable<FlowRunEntry['limits']>) => number, limit: number, label: string): readonly string[] => {
    const [highest] = runs.toSorted((one, other) => useOf(other, use) - useOf(one, use));
    const used = highest === undefined ? 0 : useOf(highest, use);
    return [
      label,
      meter(used, limit),
      highest === undefined || used === 0 ? '' : link(viewUrl(flowRunsUrl, String(highest.id)), highest.flow),
    ];
  };
  const rows = [
    most(({ queries }) => queries, transactionLimits.queries, 'SOQL queries'),
    most(({ queryRows }) => queryRows, transactionLimits.queryRows, 'Query rows'),
    most(({ dmlStatements }) => dmlStatements, transactionLimits.dmlStatements, 'DML statements'),
    most(({ dmlRows }) => dmlRows, transactionLimits.dmlRows, 'DML rows'),
  ];
  return card(
    'Limits of a transaction: the most that a flow run in the log has used',
    tableOr('No flow has run.', 'Limits of a transaction', ['Limit', 'Most used', 'By'], runs.length === 0 ? [] : rows),
  );
}

function useOf({ limits }: FlowRunEntry, use: (limits: NonNullable<FlowRunEntry['limits']>) => number): number {
  return limits === null ? 0 : use(limits);
}

function storage(org: Org): string {
  const { counts } = storageOf(org);
  const rows = counts
    .toSorted((one, other) => other.records - one.records)
    .slice(0, mostObjects)
    .filter(({ records }) => records > 0)
    .map(({ object, records }) => [
      link(viewUrl(objectsUrl, object.name, 'Details'), object.label),
      escapeHtml(object.name),
      wholeText(records),
    ]);
  const columns = ['Object', 'API name', numbers('Records')];
  return card('Objects with the most records', tableOr('There are no records.', 'Records', columns, rows));
}
