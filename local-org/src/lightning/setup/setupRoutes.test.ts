import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { emptyOrg, type EmptyOrg } from '../../testing/emptyOrg.ts';
import { registerSetupRoutes } from './setupRoutes.ts';

interface OpenSetup {
  readonly app: FastifyInstance;
  readonly org: EmptyOrg;
  readonly cookie: string;
}

const runsUrl = '/lightning/setup/FlowRuns/home';
const clockUrl = '/lightning/setup/LocalOrgClock/home';

async function openSetup(t: TestContext): Promise<OpenSetup> {
  const org = await emptyOrg(t);
  const app = fastify();
  await app.register(formbody);
  registerSetupRoutes(app, org.org);
  t.after(() => app.close());
  return { app, org, cookie: `sid=${encodeURIComponent(org.adminToken)}` };
}

function addRun(org: EmptyOrg, flow: string, outcome: 'completed' | 'failed'): void {
  org.org.flows.runLog.add({
    at: Date.parse('2026-03-01T09:00:00Z'),
    flow,
    version: 3,
    trigger: 'after save',
    recordId: '001000000000001AAA',
    userId: org.admin.id,
    outcome,
    error: outcome === 'failed' ? 'It said <no> & "never"' : null,
    element: outcome === 'failed' ? 'Make_Line' : null,
    limits: { queries: 1, queryRows: 2, dmlStatements: 3, dmlRows: 4, cpuMilliseconds: 5 },
    steps: () => [{ element: 'Is_Big', type: 'decisions', did: 'outcome Big' }, { element: 'Make_Line' }],
  });
}

describe('the setup pages', () => {
  test('given runs in the log, then the page lists them and its filters choose among them', async (t) => {
    const { app, org, cookie } = await openSetup(t);
    addRun(org, 'Quiet', 'completed');
    addRun(org, 'Loud', 'failed');
    const all = await app.inject({ url: runsUrl, headers: { cookie } });
    assert.equal(all.statusCode, 200);
    assert.match(all.body, /<h1[^>]*>Flow runs<\/h1>/u);
    assert.match(all.body, />Loud [\s\S]*>Quiet /u);
    assert.match(all.body, /<th scope="col">Outcome<\/th>/u);
    const failed = await app.inject({ url: `${runsUrl}?outcome=failed&flow=&recordId=`, headers: { cookie } });
    assert.match(failed.body, /<td data-label="Element that failed">Make_Line<\/td>/u);
    assert.doesNotMatch(failed.body, />Quiet </u);
    assert.match(failed.body, /<option value="failed" selected>/u);
    const wrong = await app.inject({ url: `${runsUrl}?outcome=%3Cscript%3E`, headers: { cookie } });
    assert.deepEqual([wrong.statusCode, wrong.body.includes('<script>')], [400, false]);
  });

  test('given one run, then its page tells each element, what it used, and why it failed, and runs nothing that is written there', async (t) => {
    const { app, org, cookie } = await openSetup(t);
    addRun(org, 'Loud', 'failed');
    const [run] = org.org.flows.runLog.latest(1);
    const answer = await app.inject({ url: `/lightning/setup/FlowRuns/${String(run?.id)}/view`, headers: { cookie } });
    assert.match(answer.body, /It said &lt;no&gt; &amp; &quot;never&quot;/u);
    assert.match(answer.body, /<td data-label="What it did">outcome Big<\/td>/u);
    assert.match(answer.body, /3 of 150/u);
    assert.match(String(answer.headers['content-security-policy']), /script-src 'none'/u);
    assert.equal((await app.inject({ url: '/lightning/setup/FlowRuns/77/view', headers: { cookie } })).statusCode, 404);
  });

  test('given more runs than one page holds, then a link leads to the older ones, filters kept', async (t) => {
    const { app, org, cookie } = await openSetup(t);
    for (let count = 0; count < 101; count += 1) addRun(org, 'Quiet', 'completed');
    const first = await app.inject({ url: `${runsUrl}?flow=Quiet`, headers: { cookie } });
    const [, older = ''] = /<a href="([^"]*before=[^"]*)">Older runs<\/a>/u.exec(first.body) ?? [];
    const second = await app.inject({ url: older.replaceAll('&amp;', '&'), headers: { cookie } });
    assert.equal(second.body.match(/<tr class/gu)?.length, 2);
  });

  test('given a form that moves the clock, then it is moved and the page tells what ran', async (t) => {
    const { app, org, cookie } = await openSetup(t);
    const send = (payload: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
      app.inject({
        method: 'POST',
        url: clockUrl,
        payload,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    const moved = await send('now=2027-01-02T03:04');
    assert.equal(moved.statusCode, 303);
    assert.match(new Date(org.org.clock.now()).toISOString(), /^2027-01-02T03:04:0/u);
    const shown = await app.inject({ url: String(moved.headers.location), headers: { cookie } });
    assert.match(shown.body, /role="status"[^>]*><h2>The clock was moved\. Scheduled paths that ran: 0;/u);
    await send('advanceBy=P1D');
    assert.match(new Date(org.org.clock.now()).toISOString(), /^2027-01-03T03:04:0/u);
    const refused = await send('advanceBy=soon');
    assert.deepEqual([refused.statusCode, /role="alert"/u.test(refused.body)], [400, true]);
    const foreign = await send('advanceBy=P1D', { origin: 'http://evil.example', host: '127.0.0.1:8080' });
    assert.equal(foreign.statusCode, 403);
    await send('real=true');
    assert.ok(Math.abs(org.org.clock.offset) < 1000);
  });

  test('given nobody or no administrator, then the pages show nothing', async (t) => {
    const { app, org } = await openSetup(t);
    const [user] = org.rows("SELECT Id FROM User WHERE Username LIKE 'integration%'");
    const token = org.org.sessions.open(String(user?.['Id']));
    for (const url of [runsUrl, clockUrl, '/lightning/setup/FlowRuns/1/view']) {
      assert.equal((await app.inject({ url })).statusCode, 401, url);
      assert.equal((await app.inject({ url, headers: { cookie: `sid=${encodeURIComponent(token)}` } })).statusCode, 403, url);
    }
    assert.equal((await app.inject({ method: 'POST', url: clockUrl })).statusCode, 401);
  });
});
