import { asError, PulseError } from '../errors.ts';
import type { InboxSettings } from '../inbox/settings.ts';
import { ReaderLoop } from '../inbox/readerLoop.ts';
import { Receiver } from '../inbox/receiver.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import type { Source } from '../sources/source.ts';
import type { Loop } from '../loop.ts';
import type { Jobs, RecurringJob } from '../jobs/jobs.ts';
import type { Scope, Store } from '../store/store.ts';
import type { Condition } from '../telemetry/conditions.ts';
import type { RunningTelemetry } from '../telemetry/startTelemetry.ts';
import { Activities } from './activity.ts';
import { FiguresLoop } from './figuresLoop.ts';
import { PartitionHolder } from './partitionHolder.ts';
import type { ServiceSettings } from './settings.ts';
import { SharedConditions } from './sharedConditions.ts';
import { Supervisor } from './supervisor.ts';

/** What a service is put together from. */
export interface ServiceParts {
  readonly store: Store;
  readonly sources: ReadonlyMap<string, Source>;
  readonly telemetry: RunningTelemetry;
  /** Absent when no org is configured: answers are then kept until one is. */
  readonly client: SalesforceClient | undefined;
  readonly jobs: Jobs;
  readonly worker: string;
  readonly settings: { readonly service: ServiceSettings; readonly inbox: InboxSettings };
  /** Loops that bring answers into the org; they are woken when answers were accepted. */
  readonly pushLoops: (scope: () => Scope) => readonly Loop[];
  readonly recurring: readonly RecurringJob[];
  /** Folders that a recurring job watches. */
  readonly watched?: readonly string[];
  readonly now?: () => Date;
}

/** A running service without its HTTP side. */
export interface Service {
  readonly parts: ServiceParts;
  readonly receiver: Receiver;
  readonly activities: Activities;
  readonly startedAt: string;
  /** Something was put into the store past the receiver: look at it now. */
  wake(): void;
  /** How each part is, as far as any worker knows. */
  conditions(): Promise<readonly Condition[]>;
  /** What to say of a failure of the store. */
  storeProblem(thrown: unknown): string;
  /** Stops taking work, lets what is being done come to its end, and gives the work back. The store stays open. */
  stop(): Promise<void>;
}

/** Starts everything that goes on: receiver, reader, push, recurring jobs, figures. */
export async function startService(parts: ServiceParts): Promise<Service> {
  const { store, sources, telemetry, worker, settings } = parts;
  const { queue, queueMegabytes, readers } = settings.inbox;
  const { leaseSeconds, pollMilliseconds, stopSeconds } = settings.service;
  const activities = new Activities(store);
  const partitions = new PartitionHolder(store, worker, leaseSeconds * 1_000, telemetry);
  const pushLoops = parts.pushLoops(partitions.scope);
  const wakePush = (since?: number): void => pushLoops.forEach((loop) => loop.wake(since));
  const reader = new ReaderLoop({
    ...{ store, sources, scope: partitions.scope, telemetry, readers, pollMs: pollMilliseconds, accepted: wakePush },
    pressure: () => receiver.pressure,
    came: (source, at) => activities.delivered(source, at),
    ...(parts.now === undefined ? {} : { now: parts.now }),
  });
  const receiver: Receiver = new Receiver(store, { deliveries: queue, bytes: queueMegabytes * 1_048_576 }, telemetry, () => reader.wake());
  const shared = new SharedConditions(store, telemetry.conditions, partsOf(parts));
  const keep = async (): Promise<void> => {
    await activities.save();
    await shared.save();
  };
  const figures = new FiguresLoop({ store, telemetry, keep, receiver, client: parts.client });

  for (const source of sources.values()) await store.defineSurveys(source.surveys);
  await partitions.renew();
  await startJobs(parts);
  const supervisor = new Supervisor(telemetry);
  supervisor.start([partitions, reader, figures, ...pushLoops]);
  telemetry.log.info('service started', { worker, sources: sources.size, jobs: parts.recurring.length });

  return {
    parts,
    receiver,
    activities,
    startedAt: (parts.now?.() ?? new Date()).toISOString(),
    wake() {
      reader.wake();
      wakePush();
    },
    conditions: () => shared.list(),
    storeProblem: (thrown) => (thrown instanceof PulseError ? thrown.message : `The store cannot be read (${asError(thrown).name}).`),
    async stop() {
      await receiver.idle();
      const started = performance.now();
      const jobs = within(parts.jobs.stop(), stopSeconds * 1_000);
      const ended = await supervisor.stop(stopSeconds * 1_000);
      if (!ended || !(await jobs)) telemetry.log.warn('stopped while something was being done; it goes on after the next start');
      await keep();
      await partitions.release();
      telemetry.log.info('service stopped', { worker, milliseconds: Math.round(performance.now() - started) });
    },
  };
}

/** A start that fails leaves nothing running. */
async function startJobs({ jobs, recurring }: ServiceParts): Promise<void> {
  try {
    await jobs.start(recurring);
  } catch (thrown) {
    // Not waited for: with the database away a graceful stop would take as long as it is away.
    void jobs.stop().catch(() => undefined);
    throw thrown;
  }
}

/** Parts that something may have been said of, here or by another worker. */
function partsOf({ sources, recurring, watched = [] }: ServiceParts): string[] {
  return [
    ...['org', 'store', 'fields', 'match', 'invitations', 'requests'],
    ...[...sources.keys()].map((name) => `source ${name}`),
    ...recurring.map(({ name }) => `job ${name}`),
    ...watched.map((folder) => `folder ${folder}`),
  ];
}

async function within(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  return Promise.race([work.then(() => true), timeout]).finally(() => clearTimeout(timer));
}
