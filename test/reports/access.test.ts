import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Component } from '../../local-org/src/deployment/types.ts';
import { textOf, type Client, type Json } from './client.ts';
import { MEANINGS } from './meanings/index.ts';
import { readRaw } from './meanings/raw.ts';
import { Reach } from './reach.ts';
import { compareRun } from './reference/compare.ts';
import { readReports, readReportTypes } from './reference/reportFile.ts';
import { runReport, tokensOf } from './reference/run.ts';
import { Tables } from './reference/tables.ts';
import { adminIdOf, dashboardIds, reportIds, runUnlessHidden, viewerOf } from './runs.ts';
import { openWorld } from './worlds.ts';
import type { World } from './world/index.ts';

const reports = readReports();
const types = readReportTypes();

/** Objects that the documented private setting closes. */
const PRIVATE = ['AccountPulse__c', 'PulseFollowUp__c', 'PulseInvitation__c'];

/** The package with its figures private to the owner of the account's pulse. */
function withPrivateFigures(component: Component): Component {
  const { fullName, root, type } = component;
  if (root === undefined || type !== 'CustomObject' || !PRIVATE.includes(fullName)) return component;
  const children = root.children.map((child) => (child.name === 'sharingModel' ? { ...child, text: 'Private' } : child));
  return { ...component, root: { ...root, children } };
}

describe('reports for people who may not see everything', () => {
  let world: World;

  before(async () => {
    world = await openWorld({ seed: 7, now: '2026-04-01T06:00:00Z', why: 'a new quarter, not yet in America' }, withPrivateFigures);
  });
  after(() => world.org.close());

  const personNamed = (name: string): { readonly id: string; readonly client: Client } => {
    const id = world.people.find((person) => person.name === name)?.id ?? '';
    return { id, client: world.org.clientOf(id) };
  };

  test('given private figures, then an owner reaches the answers of their own pulses and no others', async () => {
    const { id, client } = personNamed('Aroha Auckland');
    const own = await world.org.admin.query(`SELECT Id FROM PulseResponse__c WHERE ContactPulse__r.AccountPulse__r.OwnerId = '${id}'`);
    const reached = await new Reach(client).of('PulseResponse__c', await world.org.admin.query('SELECT Id FROM PulseResponse__c'));
    assert.deepEqual(idsOf(reached), idsOf(own));
    assert.ok(own.length > 0);
  });

  for (const report of reports) {
    test(`${report.fullName}: given private figures, then its figures are those of the records that each owner reaches`, async () => {
      for (const name of ['Aroha Auckland', 'Angela Angeles']) {
        const { id, client } = personNamed(name);
        const reach = new Reach(client);
        const viewer = await viewerOf(world, id);
        const answer = await runUnlessHidden(client, (await reportIds(client)).get(report.developerName) ?? '');
        if (answer === undefined) continue;
        compareRun(report, await runReport(report, types, new Tables(world.org.admin, reach), viewer), answer);
        MEANINGS[report.developerName]?.check(`${report.fullName} for ${name}`, await readRaw(world.org.admin, reach), viewer, answer);
      }
    });
  }

  test('given a viewer, then no report shows a field that is hidden from them', async () => {
    const { client } = personNamed('Vera Viewer');
    const own = new Tables(client);
    let hidden = 0;
    for (const [name, id] of await reportIds(client)) {
      const report = reports.find(({ developerName }) => developerName === name);
      const type = types.get(report?.reportType ?? '');
      if (report === undefined || type === undefined) continue;
      const tokens = tokensOf(report);
      const columns = [...(await new Tables(world.org.admin).columns(type, tokens)).values()];
      const answer = await runUnlessHidden(client, id);
      const shown = new Set(answer?.reportMetadata.detailColumns ?? []);
      for (const { token, wireName } of columns) {
        if (await canRead(own, wireName)) continue;
        hidden += 1;
        assert.ok(!shown.has(wireName), `${name} shows ${token} to somebody who may not read it`);
      }
    }
    assert.ok(hidden > 0, 'some report has a column that is hidden from a viewer');
  });

  test('given somebody without any permission set, then no report and no dashboard tells them anything', async () => {
    const { client } = personNamed('Stig Stranger');
    for (const [name, id] of await reportIds(world.org.admin)) {
      const { status } = await client.ask('GET', `analytics/reports/${id}?includeDetails=true`);
      assert.ok(status === 403 || status === 404, `${name}: ${String(status)}`);
    }
  });

  test('given somebody without any permission set, then a dashboard that runs as whoever looks tells them nothing', async () => {
    const { client } = personNamed('Stig Stranger');
    const id = (await dashboardIds(world.org.admin)).get('AccountManager') ?? '';
    const { status, body } = await client.ask('GET', `analytics/dashboards/${id}`);
    if (status === 403 || status === 404) return;
    const { componentData } = body as { componentData: readonly { reportResult: Json }[] };
    assert.deepEqual(
      componentData.filter(({ reportResult }) => reportResult !== null),
      [],
    );
  });

  test('given the administrator, then figures are of all records', async () => {
    const raw = await readRaw(world.org.admin);
    const viewer = await viewerOf(world, adminIdOf(world));
    const id = (await reportIds(world.org.admin)).get('NpsByOwner') ?? '';
    const answer = await runUnlessHidden(world.org.admin, id);
    assert.ok(answer);
    MEANINGS['NpsByOwner']?.check('NpsByOwner for the administrator', raw, viewer, answer);
  });
});

const idsOf = (rows: readonly Readonly<Record<string, Json>>[]): readonly string[] => rows.map((row) => textOf(row['Id'])).sort();

/** @param wireName `PulseResponse__c.Account__c.Name` */
async function canRead(tables: Tables, wireName: string): Promise<boolean> {
  const [baseObject = '', ...path] = wireName.split('.');
  try {
    await tables.columns({ baseObject, joins: [], columns: [] }, [`${baseObject}$${path.join('.')}`]);
    return true;
  } catch {
    return false;
  }
}
