import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { asError, SetupError, systemCode } from '../errors.ts';
import { startService, type Service } from '../service/service.ts';
import { wire, type WiringSettings } from '../service/wire.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import type { TelemetrySettings } from '../telemetry/settings.ts';
import { startTelemetry, type RunningTelemetry } from '../telemetry/startTelemetry.ts';
import { accessToken } from './accessToken.ts';
import { endAtDefect } from './endAtDefect.ts';
import { buildServer } from './server.ts';
import type { ServeSettings } from './settings.ts';
import { whileDatabaseIsAway } from './whileDatabaseIsAway.ts';

/** The sections of the configuration that a running service needs. */
export interface RunSettings extends WiringSettings {
  readonly serve: ServeSettings;
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
  const stopping = new AbortController();
  const stopAsked = untilSignal().then(() => stopping.abort());
  const telemetry = await startTelemetry(settings.telemetry, { environment });
  const watch = endAtDefect(telemetry);
  try {
    const running = await whileDatabaseIsAway(() => start(settings, telemetry), telemetry.log, stopping.signal);
    const { service, store } = running;
    try {
      const { token, place } = accessToken(settings.store.data, settings.serve, environment);
      const server = buildServer(service, settings.serve, token);
      try {
        print(`sync-service ready at ${await listen(server, settings.serve)}`);
        print(`Its status page asks for a password (any user name): it is in ${place}`);
        if (settings.org === undefined) print('No Salesforce org is configured: what comes in is kept until one is.');
        // Now rather than at the end, which a service may not live to see.
        flushCompileCache();
        await stopAsked;
        print('Stopping: what is being done is brought to its end, the rest is stored.');
      } finally {
        await server.close();
      }
    } finally {
      await service.stop().finally(() => store.close());
    }
  } finally {
    watch.end();
    await telemetry.stop();
  }
}

/** Opens the store and starts all that goes on. A start that fails leaves nothing open. */
async function start(settings: RunSettings, telemetry: RunningTelemetry): Promise<{ readonly service: Service; readonly store: Store }> {
  const store = await openStore(settings.store, { role: 'serve' });
  try {
    return { store, service: await startService(await wire(settings, store, telemetry)) };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

async function listen(server: FastifyInstance, { host, port }: ServeSettings): Promise<string> {
  try {
    return await server.listen({ host, port, backlog: 4_096 });
  } catch (thrown) {
    const code = systemCode(thrown);
    const why = code === 'EADDRINUSE' ? 'another program uses it' : code === 'EACCES' ? 'this user may not' : asError(thrown).message;
    throw new SetupError(
      `The service cannot listen on port ${port} of ${host}: ${why}. Choose another with --port, or serve.port and serve.host.`,
      {
        cause: thrown,
      },
    );
  }
}

/** Resolves at the first signal; at the second the process ends where it stands. */
async function untilSignal(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}
