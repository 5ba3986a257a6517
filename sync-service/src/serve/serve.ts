import { once } from 'node:events';
import type { InboxSettings } from '../inbox/settings.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import type { OrgSettings } from '../salesforce/orgSettings.ts';
import { pushLoop } from '../service/pushLoop.ts';
import { startService, type Service } from '../service/service.ts';
import type { ServiceSettings } from '../service/settings.ts';
import { workerName } from '../service/worker.ts';
import { openSource, type SourceSection } from '../sources/kinds.ts';
import { openStore } from '../store/openStore.ts';
import type { StorePlace } from '../store/settings.ts';
import type { TelemetrySettings } from '../telemetry/settings.ts';
import { startTelemetry } from '../telemetry/startTelemetry.ts';
import { accessToken } from './accessToken.ts';
import { buildServer } from './server.ts';
import type { ServeSettings } from './settings.ts';

/** The sections of the configuration that a running service needs. */
export interface RunSettings {
  readonly store: StorePlace;
  /** Absent: answers are taken in and kept until an org is configured. */
  readonly org: OrgSettings | undefined;
  readonly sources: readonly SourceSection[];
  readonly serve: ServeSettings;
  readonly service: ServiceSettings;
  readonly inbox: InboxSettings;
  readonly telemetry: TelemetrySettings;
}

export interface RunWorld {
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
}

/**
 * Runs the service until it is asked to stop (SIGINT or SIGTERM; a second one ends it at once, which loses nothing either).
 * @throws SetupError when it cannot start
 */
export async function serve(settings: RunSettings, { environment, print }: RunWorld): Promise<void> {
  const stopAsked = untilSignal();
  const telemetry = await startTelemetry(settings.telemetry, { environment });
  const store = await openStore(settings.store, { role: 'serve' });
  try {
    const { token, place } = accessToken(settings.store.data, settings.serve, environment);
    const client = settings.org === undefined ? undefined : new SalesforceClient(settings.org);
    const service = await startService({
      ...{ store, telemetry, client, jobs: noJobs, worker: workerName(), recurring: [] },
      sources: new Map(settings.sources.map((section) => [section.name, openSource(section)])),
      settings: { service: settings.service, inbox: settings.inbox },
      pushLoops: () => (client === undefined ? [] : [pushLoop(store, client, telemetry, settings.service.pollMilliseconds)]),
    });
    const server = buildServer(service, settings.serve, token);
    try {
      print(`sync-service ready at ${await server.listen({ host: settings.serve.host, port: settings.serve.port })}`);
      print(`Its status page asks for a password (any user name): it is in ${place}`);
      await stopAsked;
      print('Stopping: what is being done is brought to its end, the rest is stored.');
    } finally {
      await server.close();
      await stopped(service);
    }
  } finally {
    await store.close();
    await telemetry.stop();
  }
}

async function stopped(service: Service): Promise<void> {
  await service.stop();
}

/** Resolves at the first signal; at the second the process ends where it stands. */
async function untilSignal(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}

const noJobs: Jobs = { start: async () => undefined, wake: () => undefined, stop: async () => undefined };
