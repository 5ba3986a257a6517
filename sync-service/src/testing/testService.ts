import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { inboxSettings } from '../inbox/settings.ts';
import { TimerJobs } from '../jobs/timerJobs.ts';
import type { RecurringJob } from '../jobs/jobs.ts';
import type { Loop } from '../loop.ts';
import { buildServer } from '../serve/server.ts';
import { serveSettings } from '../serve/settings.ts';
import { startService, type Service } from '../service/service.ts';
import { serviceSettings } from '../service/settings.ts';
import type { Source } from '../sources/source.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { telemetrySettings } from '../telemetry/settings.ts';
import { startTelemetry } from '../telemetry/startTelemetry.ts';
import { stubSecret } from './stubSource.ts';
import { workFolder } from './workFolder.ts';

export interface TestServiceOptions {
  readonly sources: readonly Source[];
  /** What is different from a store in a new folder. */
  readonly wrapStore?: (store: Store) => Store;
  readonly serve?: Readonly<Partial<Record<'bodyKilobytes' | 'requestSeconds' | 'connections', number>> & { publicUrl?: string }>;
  readonly inbox?: Readonly<Partial<Record<'queue' | 'queueMegabytes', number>>>;
  readonly pushLoops?: readonly Loop[];
  readonly recurring?: readonly RecurringJob[];
  readonly now?: () => Date;
}

/** A service on a port of this machine that runs until its test ends. */
export interface TestService {
  readonly url: string;
  readonly token: string;
  readonly store: Store;
  readonly service: Service;
  /** Headers of the password, as a browser sends it. */
  readonly password: Readonly<Record<string, string>>;
  /** Posts a delivery to a stub source. */
  readonly post: (path: string, body: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly stop: () => Promise<void>;
  /** The log so far; only after `stop`. */
  readonly log: () => Promise<string>;
}

export async function startTestService(context: TestContext, options: TestServiceOptions): Promise<TestService> {
  const stream = new PassThrough();
  const telemetry = await startTelemetry(telemetrySettings.parse({ logLevel: 'debug' }), { environment: {}, stream });
  const opened = openSqliteStore(workFolder(context).data);
  const store = options.wrapStore?.(opened) ?? opened;
  const service = await startService({
    ...{ store, telemetry, client: undefined, jobs: new TimerJobs(telemetry), worker: 'test:1' },
    sources: new Map(options.sources.map((source) => [source.name, source])),
    settings: { service: serviceSettings.parse({ pollMilliseconds: 50 }), inbox: inboxSettings.parse(options.inbox ?? {}) },
    pushLoops: () => options.pushLoops ?? [],
    recurring: options.recurring ?? [],
  });
  const token = 'a token of a test that is long enough';
  const server = buildServer(service, serveSettings.parse(options.serve ?? {}), token, options.now);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopAll());
  const stopAll = async (): Promise<void> => {
    await server.close();
    await service.stop();
    await opened.close();
    await telemetry.stop();
    stream.end();
  };
  context.after(stop);
  return {
    ...{ url, token, store, service, stop },
    password: { authorization: `Basic ${btoa(`anyone:${token}`)}` },
    post: (path, body, headers = {}) =>
      fetch(`${url}/webhooks/${path}`, { method: 'POST', body, headers: { 'x-secret': stubSecret, ...headers } }),
    log: () => text(stream),
  };
}
