import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { flowXml, schedule, set, text } from '../flow/testing/flowXml.ts';
import { startLocalOrg } from '../localOrg.ts';
import { component } from '../testing/components.ts';
import { tryToDeploy } from '../testing/deployFolder.ts';
import { emptyOrg, type EmptyOrg } from '../testing/emptyOrg.ts';

const inside = (xml: string): string => xml.replace(/^<Flow[^>]*>/u, '').replace(/<\/Flow>$/u, '');

const nightly = component(
  'Flow',
  'Nightly',
  inside(
    flowXml({
      body: `<recordCreates><name>First</name><label>First</label>${set('Name', text('night {!$Flow.CurrentDateTime}'))}<object>Account</object></recordCreates>`,
      start: schedule('Daily', '2026-01-01', '02:00:00'),
      first: 'First',
    }),
  ),
);

async function withNightlyFlow(t: TestContext, folder?: string): Promise<EmptyOrg> {
  const org = await emptyOrg(t, folder);
  const outcome = await tryToDeploy(org, { components: [nightly] });
  assert.equal(outcome.status, 'Succeeded', JSON.stringify(outcome.components));
  return org;
}

async function call(
  org: EmptyOrg,
  method: string,
  path: string,
  body?: unknown,
  token = org.adminToken,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${org.url}/local-org/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe('the clock of a local org', () => {
  test('given a clock that was moved, then replies of the API carry its time', async (t) => {
    const org = await emptyOrg(t);
    await call(org, 'POST', 'clock', { now: '2031-05-06T07:08:09Z' });
    const reply = await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${org.adminToken}` } });
    assert.match(reply.headers.get('date') ?? '', /^Tue, 06 May 2031 07:08:/u);
  });

  test('given an org that sleeps for days, then a nightly flow runs once, when it wakes', async (t) => {
    const org = await withNightlyFlow(t);
    await call(org, 'POST', 'clock', { now: '2026-05-01T12:00:00Z' });
    const slept = await call(org, 'POST', 'clock', { now: '2026-05-09T12:00:00Z', asleep: true });
    assert.match(JSON.stringify(slept.body), /"nextDue":"2026-05-10T[^"]*".*"scheduledFlows":1,/u);
    assert.equal((await call(org, 'POST', 'clock', { advanceBy: 1, asleep: 'yes' })).status, 400);
  });

  test('given days that pass, then what is due on the way runs at its own time, and the answer tells how much', async (t) => {
    const org = await withNightlyFlow(t);
    await call(org, 'POST', 'clock', { now: '2026-05-01T12:00:00Z' });
    const moved = await call(org, 'POST', 'clock', { advanceBy: 'P2DT1H' });
    assert.match(JSON.stringify(moved.body), /"now":"2026-05-03T13:00:0/u);
    assert.match(JSON.stringify(moved.body), /"ran":\{"scheduledPaths":0,"scheduledFlows":2,"scheduledFlowInterviews":2,"failed":0\}/u);
    // London in summer: two in the morning is one o'clock UTC.
    assert.deepEqual(
      org
        .rows('SELECT Name, CreatedDate FROM Account ORDER BY Name')
        .map((row) => [row['Name'], new Date(Number(row['CreatedDate'])).toISOString()]),
      ['02', '03'].map((day) => [`night 2026-05-${day}T01:00:00.000Z`, `2026-05-${day}T01:00:00.000Z`]),
    );
  });

  test('given seconds, a duration or a moment, then the clock goes there; given nonsense, then it stays and says what it takes', async (t) => {
    const org = await emptyOrg(t);
    await call(org, 'POST', 'clock', { now: '2026-01-31T00:00:00Z' });
    for (const [body, now] of [
      [{ advanceBy: 3600 }, '2026-01-31T01:00'],
      [{ advanceBy: '1800' }, '2026-01-31T01:30'],
      [{ advanceSeconds: 1800 }, '2026-01-31T02:00'],
      [{ advanceBy: 'P1M' }, '2026-02-28T02:00'],
    ] as const) {
      assert.match(JSON.stringify((await call(org, 'POST', 'clock', body)).body), new RegExp(`"now":"${now}`, 'u'));
    }
    for (const body of [{}, { advanceBy: 'soon' }, { advanceBy: null }, { now: 'noon' }, { advanceBy: 'P9000Y' }, []]) {
      const refused = await call(org, 'POST', 'clock', body);
      assert.equal(refused.status, 400, JSON.stringify(body));
      assert.match(JSON.stringify(refused.body), /INVALID_INPUT/u);
    }
  });

  test('given somebody who is no administrator, then clock and log are refused', async (t) => {
    const org = await emptyOrg(t);
    const [profile] = org.rows("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const [userId = ''] = org.insert('User', {
      LastName: 'Sales',
      Username: 'sales@example.com',
      Email: 'sales@example.com',
      Alias: 'sales',
      TimeZoneSidKey: 'Europe/London',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      ProfileId: String(profile?.['Id']),
    });
    const token = org.org.sessions.open(userId);
    for (const [method, path, body] of [
      ['POST', 'clock', { advanceBy: 1 }],
      ['GET', 'flow-runs', undefined],
      ['GET', 'flow-runs/1', undefined],
    ] as const) {
      const refused = await call(org, method, path, body, token);
      assert.deepEqual([refused.status, /INSUFFICIENT_ACCESS/u.test(JSON.stringify(refused.body))], [403, true], path);
    }
    assert.equal((await call(org, 'GET', 'clock', undefined, token)).status, 200);
  });

  test('given an org that is started again, then its clock goes on from where it was set', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'local-org-clock-'));
    const first = await startLocalOrg({ dataFolder: folder, port: 0, pages: false });
    first.org.clock.set(Date.parse('2031-02-03T00:00:00Z'));
    await first.close();
    const second = await emptyOrg(t, folder);
    assert.match(new Date(second.org.clock.now()).toISOString(), /^2031-02-03T00:0/u);
  });

  test('given a deployment while the clock is being moved, then the move reaches its moment', async (t) => {
    const org = await withNightlyFlow(t);
    await call(org, 'POST', 'clock', { now: '2026-05-01T12:00:00Z' });
    const move = call(org, 'POST', 'clock', { advanceBy: 'P60D' });
    await tryToDeploy(org, { components: [{ ...nightly, fullName: 'Another' }] });
    assert.match(JSON.stringify((await move).body), /"now":"2026-06-30T12:00:/u);
    assert.ok(org.rows('SELECT Id FROM Account').length >= 60);
  });
});

describe('the log of flow runs', () => {
  test('given runs, then they are listed by filter, newest first, and each is told step by step', async (t) => {
    const org = await withNightlyFlow(t);
    await call(org, 'POST', 'clock', { advanceBy: 'P2D' });
    const listed = await call(org, 'GET', 'flow-runs?flow=nightly&outcome=completed&limit=1');
    const [run] = runsOf(listed.body);
    assert.deepEqual([run?.['flow'], run?.['version'], run?.['trigger'], run?.['elementCount']], ['Nightly', 1, 'schedule', 1]);
    const detail = await call(org, 'GET', `flow-runs/${String(run?.['id'])}`);
    assert.match(JSON.stringify(detail.body), /"elements":\[\{"element":"First","type":"recordCreates","did":"saves Account: Name; 001/u);
    const older = await call(org, 'GET', `flow-runs?before=${String(run?.['id'])}`);
    assert.equal(runsOf(older.body).length, 1);
    assert.deepEqual(runsOf((await call(org, 'GET', 'flow-runs?flow=Other')).body), []);
    assert.equal((await call(org, 'GET', 'flow-runs?outcome=strange')).status, 400);
    assert.equal((await call(org, 'GET', 'flow-runs?limit=-1')).status, 400);
    for (const id of ['999999', 'x', '1;DROP']) assert.equal((await call(org, 'GET', `flow-runs/${encodeURIComponent(id)}`)).status, 404);
  });

  test('given a flow that is deployed anew, then its runs carry the next version', async (t) => {
    const org = await withNightlyFlow(t);
    const changed = component(
      'Flow',
      'Nightly',
      inside(
        flowXml({
          body: '<assignments><name>First</name><label>First</label></assignments>',
          start: schedule('Daily', '2026-01-01', '03:00:00'),
          first: 'First',
        }),
      ),
    );
    assert.equal((await tryToDeploy(org, { components: [changed] })).status, 'Succeeded');
    await call(org, 'POST', 'clock', { advanceBy: 'P1D' });
    assert.deepEqual(
      runsOf((await call(org, 'GET', 'flow-runs')).body).map((run) => run['version']),
      [2],
    );
  });
});

function runsOf(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  assert.ok(typeof body === 'object' && body !== null && 'flowRuns' in body && Array.isArray(body.flowRuns));
  return body.flowRuns as readonly Readonly<Record<string, unknown>>[];
}
