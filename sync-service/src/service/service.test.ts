import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { inboxSettings } from '../inbox/settings.ts';
import { TimerJobs } from '../jobs/timerJobs.ts';
import { WakeUp, type Loop } from '../loop.ts';
import { OrgLookup } from '../match/orgLookup.ts';
import { defaultMatchSettings } from '../match/settings.ts';
import { Pusher } from '../push/pusher.ts';
import { defaultPushSettings } from '../push/settings.ts';
import { readOrgSettings } from '../salesforce/orgSettings.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import { startTelemetry } from '../telemetry/startTelemetry.ts';
import { telemetrySettings } from '../telemetry/settings.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { startStubOrg, type StubOrg } from '../testing/stubOrg.ts';
import { stubSource } from '../testing/stubSource.ts';
import { until } from '../testing/until.ts';
import { workFolder } from '../testing/workFolder.ts';
import { PartitionHolder } from './partitionHolder.ts';
import { startService, type Service } from './service.ts';
import { serviceSettings } from './settings.ts';
import { Supervisor } from './supervisor.ts';

const noStream = { write: () => undefined };

/** The whole service but its HTTP side, on a store in the folder. */
async function start(folder: string, org: StubOrg): Promise<{ service: Service; stop: () => Promise<void> }> {
  const store = openSqliteStore(folder);
  const telemetry = await startTelemetry(telemetrySettings.parse({}), { environment: {}, stream: noStream });
  const client = new SalesforceClient(readOrgSettings(org.environment()), { telemetry });
  const service = await startService({
    ...{ store, telemetry, client, jobs: new TimerJobs(telemetry), worker: 'test:1', recurring: [] },
    sources: new Map([['stub', stubSource('stub')]]),
    settings: { service: serviceSettings.parse({ pollMilliseconds: 50 }), inbox: inboxSettings.parse({}) },
    pushLoops: (scope) => {
      const lookup = new OrgLookup(client, defaultMatchSettings);
      const settings = { ...defaultPushSettings, batchWindowMilliseconds: 0 };
      return [new Pusher({ store, client, telemetry, lookup, settings, fields: { response: [] }, worker: 'test:1', scope }).loop()];
    },
  });
  return {
    service,
    stop: async () => {
      await service.stop();
      await store.close();
      await telemetry.stop();
    },
  };
}

function receive({ receiver }: Service, id: string): Promise<'new' | 'repeated'> {
  const body = Buffer.from(JSON.stringify({ id, rating: 7 }));
  return receiver.receive({ source: 'stub', via: 'webhook', body, receivedAt: new Date().toISOString() });
}

async function stubOrg(context: TestContext): Promise<StubOrg> {
  const org = await startStubOrg();
  context.after(org.close);
  return org;
}

test('what is received becomes a record, and a stop in between only puts it off', async (t) => {
  const org = await stubOrg(t);
  const folder = workFolder(t).data;
  const first = await start(folder, org);
  await receive(first.service, 'r1');
  await until('the record is there', () => org.records.all('PulseResponse__c').length === 1);
  org.failRequests(() => ({ status: 503 }));
  await receive(first.service, 'r2');
  await until('it waits to be pushed', async () => (await first.service.parts.store.counts()).waiting === 1);
  await first.stop();
  org.failRequests(undefined);
  const second = await start(folder, org);
  await until('the second record is there', () => org.records.all('PulseResponse__c').length === 2);
  await until('nothing waits', async () => (await second.service.parts.store.counts()).waiting === 0);
  assert.notEqual((await second.service.activities.of('stub')).lastDelivery, undefined, 'known over restarts');
  await second.stop();
});

test('a loop that fails is run again, and stops when it is asked to', async () => {
  let runs = 0;
  const alarm = new WakeUp();
  const loop: Loop = {
    name: 'stumbling',
    wake: () => alarm.call(),
    run: async (signal) => {
      if (++runs < 3) throw new Error('stumbled');
      await alarm.sleep(60_000, signal);
    },
  };
  const supervisor = new Supervisor(silentTelemetry);
  supervisor.start([loop]);
  await until('it runs', () => runs === 3);
  assert.equal(await supervisor.stop(5_000), true);
});

test('a stop does not wait for ever for a loop that does not end', async () => {
  const supervisor = new Supervisor(silentTelemetry);
  const endless = delay(60_000, undefined, { ref: false });
  supervisor.start([{ name: 'deaf', wake: () => undefined, run: async () => endless }]);
  assert.equal(await supervisor.stop(20), false);
});

test('a worker that could not renew its share in time works on nothing', async () => {
  let well = true;
  const store = {
    holdPartitions: async () => {
      if (!well) throw new Error('the database is away');
      return new Set([1, 2]);
    },
    releasePartitions: async () => undefined,
  };
  const holder = new PartitionHolder(store, 'test:1', 60, silentTelemetry);
  assert.deepEqual(holder.scope(), new Set(), 'nothing before the first renewal');
  await holder.renew();
  assert.deepEqual(holder.scope(), new Set([1, 2]));
  const stop = new AbortController();
  well = false;
  const running = holder.run(stop.signal);
  await until('the lease is over', () => holder.scope() !== 'all' && (holder.scope() as ReadonlySet<number>).size === 0);
  well = true;
  await until('it is renewed', () => (holder.scope() as ReadonlySet<number>).size === 2);
  stop.abort();
  await running;
  await holder.release();
  assert.deepEqual(holder.scope(), new Set(), 'nothing after it was given back');
});
