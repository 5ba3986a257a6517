import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Connection } from 'jsforce';
import { startLocalOrg } from '../../local-org/src/localOrg.ts';
import { deployFolder } from '../../local-org/src/testing/deployFolder.ts';
import { readCases, type FlowCase } from './flowCase.ts';
import { RemoteOrg, type Patience } from './orgs/remoteOrg.ts';
import { runCase } from './runCase.ts';
import { playedToday, rowsWithinADay, withinADay } from './today.ts';

// The same fixtures over Salesforce's REST API: against a scratch org that holds the package and no answers, when
// SALESFORCE_INSTANCE_URL, SALESFORCE_ACCESS_TOKEN and SALESFORCE_API_VERSION name one, else against a local-org.
const root = join(import.meta.dirname, '../..');
const { SALESFORCE_INSTANCE_URL: instanceUrl, SALESFORCE_ACCESS_TOKEN: accessToken, SALESFORCE_API_VERSION: version } = process.env;

/** A real org does not tell when its later work is done: seconds to wait after each step. */
const seconds = Number(process.env['SALESFORCE_SETTLE_SECONDS'] ?? '20');

const cases = await readCases(import.meta.dirname);
const playable = cases.filter((flowCase) => whyNot(flowCase) === undefined);

describe('fixtures over REST', () => {
  let connection: Connection;
  let patience: Patience;
  let stop: () => Promise<void> = () => Promise.resolve();
  let now = Date.now();

  before(async () => {
    if (instanceUrl !== undefined && accessToken !== undefined) {
      connection = new Connection({ instanceUrl, accessToken, version: version ?? '66.0' });
      patience = { settle: () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)) };
      const { totalSize } = await connection.query('SELECT Id FROM PulseResponse__c LIMIT 1');
      if (totalSize > 0) throw new Error('This org holds answers, and cases look at all there are: use a fresh scratch org.');
      return;
    }
    const dataFolder = mkdtempSync(join(tmpdir(), 'flow-fixtures-'));
    now = lateToday();
    const local = await startLocalOrg({ dataFolder, port: 0, pages: false, now });
    stop = async () => {
      await local.close();
      rmSync(dataFolder, { recursive: true, force: true });
    };
    await deployFolder(local, join(root, 'force-app'));
    connection = new Connection({ instanceUrl: local.url, accessToken: local.adminToken, version: '66.0' });
    patience = { settle: () => local.idle() };
  });
  after(() => stop());

  for (const flowCase of playable) {
    test(`${flowCase.flow}: ${flowCase.given.story}`, async (context) => {
      const moved = playedToday(flowCase, now);
      if (moved.given.now.slice(0, 10) !== new Date(now).toISOString().slice(0, 10)) {
        context.skip(`its day begins at ${moved.given.now.slice(11)}: play it later today`);
        return;
      }
      const org = await RemoteOrg.open(connection, patience);
      try {
        await check(org, moved);
      } finally {
        await org.close();
      }
    });
  }

  test('all other cases say why they need an org in memory', (context) => {
    const reasons = Map.groupBy(cases, (flowCase) => whyNot(flowCase) ?? 'played');
    for (const [reason, group] of reasons) context.diagnostic(`${reason}: ${String(group.length)}`);
    assert.ok(playable.length > 0);
  });
});

/** When every case's time of day has come, so that what it says of today is about today; epoch milliseconds. */
function lateToday(): number {
  return new Date().setUTCHours(23, 0, 0, 0);
}

/** Why a case cannot be played over REST; undefined when it can. */
function whyNot({ given, extra }: FlowCase): string | undefined {
  if (given.localOnly !== undefined) return given.localOnly;
  if (given.steps.some((step) => 'now' in step)) return 'moves the clock';
  if (extra.length > 0 || given.activate.length > 0 || given.deactivate.length > 0) return 'changes the metadata';
  if (given.failing.length > 0) return 'makes elements fail';
  if (given.steps.some((step) => 'screens' in step)) return 'goes through screens';
  if (given.steps.some((step) => ('by' in step && step.by !== undefined) || ('insert' in step && step.insert === 'User')))
    return 'needs users';
  return undefined;
}

async function check(org: RemoteOrg, flowCase: FlowCase): Promise<void> {
  const outcome = await runCase(org, flowCase);
  const { refused, outputs, queries } = flowCase.expected;
  assert.deepEqual(outcome.refused, refused);
  assert.deepEqual(outcome.outputs && rowsWithinADay(outcome.outputs, outputs ?? []), outputs);
  assert.deepEqual(withinADay(outcome.queries, queries), queries);
}
