import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../../cli/program.ts';
import { defaultMatchSettings } from '../../match/settings.ts';
import { invitationsSettings } from '../../invitations/settings.ts';
import { silentProgress } from '../../progress/progress.ts';
import { workFolder, type WorkFolder } from '../../testing/workFolder.ts';
import type { DoctorReport } from './doctorCommand.ts';
import { needsOf } from './needs.ts';

/** What an org of a test is like; healthy unless it says otherwise. */
interface Org {
  readonly refusesLogin?: boolean;
  /** What it answers to the first question after the log-in. */
  readonly refusesWith?: string;
  /** Objects the user may not see. */
  readonly hidden?: readonly string[];
  /** `Object.Field` the user may not see, or not write. */
  readonly hiddenFields?: readonly string[];
  readonly lockedFields?: readonly string[];
  readonly callsLeft?: number;
  readonly clockAheadSeconds?: number;
  readonly setupStep?: string;
}

const needs = needsOf({ match: defaultMatchSettings, invitations: invitationsSettings.parse({}) });

async function startOrg(t: TestContext, org: Org): Promise<{ environment: NodeJS.ProcessEnv; told: unknown[] }> {
  const told: unknown[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    void text(request).then((body) => {
      const [status, reply] = answer(org, method, url, body, told);
      const date = new Date(Date.now() + (org.clockAheadSeconds ?? 0) * 1_000).toUTCString();
      response
        .writeHead(status, { 'content-type': 'application/json', 'sforce-limit-info': 'api-usage=1/1000', date })
        .end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    told,
    environment: {
      SALESFORCE_LOGIN_URL: url,
      SALESFORCE_INSTANCE_URL: url,
      SALESFORCE_CLIENT_ID: 'id',
      SALESFORCE_CLIENT_SECRET: 'very secret',
    },
  };
}

const notThere = [404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]] as const;

function answer(org: Org, method: string, url: string, body: string, told: unknown[]): readonly [number, unknown] {
  if (url.endsWith('/token'))
    return org.refusesLogin === true
      ? [400, { error: 'invalid_client' }]
      : [200, { access_token: '00D000000000001!x', instance_url: 'http://127.0.0.1' }];
  if (org.refusesWith !== undefined) return [403, [{ errorCode: org.refusesWith, message: 'TotalRequests Limit exceeded.' }]];
  if (url.endsWith('/userinfo')) return [200, { user_id: '005000000000001' }];
  if (url.endsWith('/limits'))
    return [200, { DailyApiRequests: { Max: 1_000, Remaining: org.callsLeft ?? 900 }, DataStorageMB: { Max: 1_000, Remaining: 900 } }];
  if (method === 'PATCH') {
    told.push(JSON.parse(body));
    return [201, { id: 'a00', success: true }];
  }
  if (url.endsWith('/composite')) {
    const { compositeRequest } = JSON.parse(body) as { compositeRequest: readonly { referenceId: string; url: string }[] };
    return [
      200,
      {
        compositeResponse: compositeRequest.map(({ referenceId, url: query }) => ({
          referenceId,
          httpStatusCode: 200,
          httpHeaders: {},
          body: rows(org, query),
        })),
      },
    ];
  }
  const [, object = '', describe] = /\/sobjects\/(\w+)(\/describe)?$/.exec(url) ?? [];
  if (object === '' || org.hidden?.includes(object) === true) return notThere;
  return [200, describe === undefined ? {} : described(org, object)];
}

function rows(org: Org, query: string): unknown {
  const decoded = decodeURIComponent(query);
  const found = decoded.includes('FROM User')
    ? [{ TimeZoneSidKey: 'Europe/Stockholm' }]
    : decoded.includes('FROM PulseSetupStep__c') && org.setupStep !== undefined
      ? [{ Status__c: org.setupStep }]
      : [];
  return { totalSize: found.length, done: true, records: found };
}

function described(org: Org, object: string): unknown {
  const names = new Set(
    needs.filter((need) => need.object === object).flatMap(({ create, update, read }) => [...create, ...update, ...read]),
  );
  const fields = [...names]
    .filter((name) => org.hiddenFields?.includes(`${object}.${name}`) !== true)
    .map((name) => {
      const writable = org.lockedFields?.includes(`${object}.${name}`) !== true;
      return { name, type: 'string', createable: writable, updateable: writable };
    });
  return { createable: true, updateable: true, deletable: true, queryable: true, fields };
}

async function doctor(
  t: TestContext,
  org: Org,
  yaml: (folder: WorkFolder) => string = () => '{}',
  ...argv: string[]
): Promise<{ code: number; report: DoctorReport; out: string; told: readonly unknown[] }> {
  const { environment, told } = await startOrg(t, org);
  const folder = workFolder(t);
  const file = folder.write('c.yaml', yaml(folder));
  let out = '';
  const world = {
    environment,
    print: (line: string) => void (out += line),
    printError: (line: string) => void (out += line),
    progress: silentProgress,
  };
  const code = await runCommand(['doctor', '--json', '--config', file, '--data', folder.data, ...argv], world);
  assert.doesNotMatch(out, /very secret/);
  return { code, out, told, report: JSON.parse(out) as DoctorReport };
}

function wrong({ findings }: DoctorReport): readonly string[] {
  return findings.filter(({ state }) => state === 'problem').map(({ about, words, fix }) => `${about}: ${words} -> ${fix ?? ''}`);
}

test('a healthy setup: nothing is wrong, and the setup page is told that it is done', async (t) => {
  const { code, report, told } = await doctor(t, {});
  assert.deepEqual([code, wrong(report), report.told], [0, [], 'Done']);
  for (const about of ['configuration', 'org', 'clock', 'package', 'permissions', 'limits', 'store', 'disk']) {
    assert.ok(
      report.findings.some((finding) => finding.about === about && finding.state === 'ok'),
      about,
    );
  }
  const [step] = told as readonly Record<string, string>[];
  assert.deepEqual([step?.['Status__c'], step?.['Source__c']], ['Done', 'Doctor']);
});

test('a broken setup: each thing that is wrong is named with how to put it right, and the setup page hears of it', async (t) => {
  const { code, report, told } = await doctor(t, {
    hidden: ['PulseCheck__c'],
    hiddenFields: ['PulseResponse__c.MatchNote__c'],
    lockedFields: ['PulseResponse__c.Rating__c'],
    callsLeft: 10,
    clockAheadSeconds: 900,
  });
  assert.equal(code, 1);
  const problems = wrong(report).join('\n');
  for (const expected of [
    /permissions: PulseCheck__c: is not there, or the user may not see it\. .* -> Assign the permission set/,
    /PulseResponse__c: not there or hidden: MatchNote__c; may not be filled: Rating__c\. Needed for every answer/,
    /limits: 10 of 1000 API calls/,
    /clock: .*90\d s behind the org\. -> .*NTP/,
  ]) {
    assert.match(problems, expected);
  }
  const [step] = told as readonly Record<string, string>[];
  assert.equal(step?.['Status__c'], 'Missing');
  assert.match(step['Detail__c'] ?? '', /^4 things are wrong\. clock: /);
});

test('an org without the package, and one that refuses the credentials', async (t) => {
  const hidden = [...new Set(needs.map(({ object }) => object).filter((object) => object.startsWith('Pulse')))];
  assert.match(wrong((await doctor(t, { hidden })).report).join('\n'), /package: The org has no object PulseResponse__c/);
  const refused = await doctor(t, { refusesLogin: true });
  assert.match(wrong(refused.report).join('\n'), /org: .*refused the credentials \(invalid_client\).* -> Check the address/);
  assert.deepEqual(refused.told, []);
});

test('what to do depends on why the org cannot be asked', async (t) => {
  const usedUp = wrong((await doctor(t, { refusesWith: 'REQUEST_LIMIT_EXCEEDED' })).report).join('\n');
  assert.match(usedUp, /-> Nothing has to be put right here: calls come free again/);
  const tooOld = wrong((await doctor(t, { refusesWith: 'UNSUPPORTED_API_VERSION' })).report).join('\n');
  assert.match(tooOld, /-> Set salesforce\.apiVersion/);
});

test('a step that an administrator declared not needed stays so; --no-write tells nothing', async (t) => {
  const notNeeded = await doctor(t, { setupStep: 'NotNeeded' });
  assert.deepEqual([notNeeded.report.told, notNeeded.told], ['NotNeeded', []]);
  assert.deepEqual((await doctor(t, {}, undefined, '--no-write')).told, []);
});

test('a configuration that is wrong, a folder that is not there, a mapping that is none, a webhook in clear, a secret that others can read', async (t) => {
  const broken = await doctor(t, {}, () => 'sourcs: []');
  assert.match(wrong(broken.report).join('\n'), /configuration: .*line 1: sourcs: is not known; did you mean sources\?/s);

  const { report } = await doctor(
    t,
    {},
    (folder) => {
      folder.write('in/.keep', '');
      folder.write('bad.json', '{');
      folder.write('secret.txt', `whsec_${Buffer.alloc(32, 1).toString('base64')}`);
      return `sources: [{ name: shop, kind: generic, secret: { file: secret.txt } }]
serve: { publicUrl: 'http://pulse.example.com' }
watch: { folders: [{ folder: nowhere }, { folder: in, mapping: bad.json }] }`;
    },
    '--no-write',
  );
  const problems = wrong(report).join('\n');
  assert.match(problems, /nowhere: It is not there\. -> mkdir/);
  assert.match(problems, /in: The mapping .*bad\.json is not JSON/);
  assert.match(problems, /webhooks: http:\/\/pulse\.example\.com is not encrypted/);
  assert.ok(
    report.findings.some(
      ({ about, state, fix }) => about === 'secrets' && state === 'warning' && /chmod 600 .*secret\.txt/.test(fix ?? ''),
    ),
  );
});

test('offline, only this machine is looked at', async (t) => {
  const { report, told } = await doctor(t, { refusesLogin: true }, undefined, '--offline');
  assert.deepEqual([report.problems, told], [0, []]);
  assert.ok(report.findings.some(({ about, state }) => about === 'org' && state === 'skipped'));
  assert.ok(path.isAbsolute(report.findings.find(({ about }) => about === 'configuration')?.words.split(' ')[0] ?? ''));
});
