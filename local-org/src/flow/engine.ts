import type { OrgClock } from '../clock.ts';
import type { RequestUser } from '../requestUser.ts';
import type { RecordSaver, SaveTriggers } from '../save/types.ts';
import type { Schema } from '../schema/types.ts';
import type { QueryService } from '../soql/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { ActionCatalog } from './actions/catalog.ts';
import { createActionServices } from './actions/services.ts';
import { AsyncPaths } from './async/asyncPaths.ts';
import { BatchRunner } from './async/batchRunner.ts';
import { EventPublisher } from './async/eventPublisher.ts';
import { AsyncQueue } from './async/queue.ts';
import { AsyncWorker } from './async/worker.ts';
import { FlowCalls } from './calls/flowCalls.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import { EngineServices } from './engineServices.ts';
import { FaultEmails } from './faultEmails.ts';
import { FlowVersions, type ActiveVersion } from './flowVersions.ts';
import type { RecordReader } from './parents.ts';
import type { FlowServices } from './flowRun.ts';
import { FlowRunLog } from './runLog.ts';
import { RunLogger } from './runLogger.ts';
import { RunningUsers } from './runningUsers.ts';
import { FlowSchedules } from './schedule/flowSchedules.ts';
import { PathPlanner } from './schedule/pathPlanner.ts';
import { ScheduledQueue } from './schedule/scheduledQueue.ts';
import { ScheduledWork } from './schedule/scheduledWork.ts';
import { Timeline, type TimeReport } from './schedule/timeline.ts';
import { TimedWorker } from './schedule/timedWorker.ts';
import { FlowRuntime } from './screens/flowRuntime.ts';
import { RecordTriggers } from './triggers/recordTriggers.ts';

export interface FlowEngineOptions {
  /** From `loadFlows`. */
  readonly flows: readonly CompiledFlow[];
  readonly schema: Schema;
  readonly database: OrgDatabase;
  /** The record store. */
  readonly reader: RecordReader;
  readonly queries: QueryService;
  readonly records: RecordSaver;
  readonly clock: OrgClock;
  /** 18-character id of the Organization record. */
  readonly organizationId: string;
  /** The user of an id; undefined when there is none. */
  readonly user: (id: string) => RequestUser | undefined;
  /** From `loadFlows`; without it the org has no actions. */
  readonly actions?: ActionCatalog;
  /** The org's address, without a trailing slash. */
  readonly instanceUrl?: () => string;
  /** Elements that are made to fail, for tests of fault paths. */
  readonly failing?: FlowServices['failing'];
}

/** Runs the org's flows. */
export interface FlowEngine {
  readonly triggers: SaveTriggers;
  readonly runLog: FlowRunLog;
  /** The active version of a flow. */
  versionOf(flow: string): ActiveVersion;
  /** For those who start flows themselves, such as the REST invocation. */
  readonly services: EngineServices;
  /** Runs flows and actions for those who call them from outside. */
  readonly calls: FlowCalls;
  /** Runs screen flows for their users. */
  readonly screens: FlowRuntime;
  /** Begins to run what waits for a commit or a time, first what an earlier process left. */
  start(): void;
  stop(): void;
  /** Resolves when nothing is waiting that could run now. */
  idle(): Promise<void>;
  /** How many interviews wait that could run now. */
  pending(): number;
  /** When the next scheduled work is due, epoch milliseconds. */
  nextDue(): number | undefined;
  /**
   * Sets the org's clock (epoch milliseconds). Going forward, all that becomes
   * due on the way runs at its own time, or, asleep, once at the end. Ends early when the engine is stopped.
   */
  advanceTo(moment: number, asleep?: boolean): Promise<TimeReport>;
}

/** Makes the engine; its own tables are created when they are not there. */
export function createFlowEngine(options: FlowEngineOptions): FlowEngine {
  const { flows, schema, database, reader, queries, records, clock, organizationId } = options;
  const runLog = new FlowRunLog(database);
  const versions = new FlowVersions(database, flows, clock.now());
  const actions = createActionServices(options);
  const recipient = (): RequestUser | undefined => users.defaultWorkflowUser();
  const emails = new FaultEmails({ outbox: actions.outbox, database, clock, organizationId, recipient });
  const logger = new RunLogger(runLog, { versions, clock, emails });
  const services = new EngineServices({
    database,
    flowServices: { schema, reader, queries, records, actions, ...(options.failing === undefined ? {} : { failing: options.failing }) },
    logger,
    clock,
    organizationId,
  });
  const users = new RunningUsers(services.flowServices, options.user);
  const runner = new BatchRunner(services);
  const byName = new Map(flows.map((flow) => [flow.name, flow]));

  const queue = new AsyncQueue(database);
  const paths = new AsyncPaths(byName, { services, queue, runner, users });
  const worker = new AsyncWorker(
    () => paths.runBatch(),
    () => runLog.flushSoon(),
  );

  const scheduled = new ScheduledQueue(database);
  const schedules = new FlowSchedules(flows, services, scheduled, users);
  const work = new ScheduledWork(byName, { services, queue: scheduled, runner, users });
  const timeline = new Timeline({ clock, schedules, queue: scheduled, work, runAsync: () => paths.runBatch() });
  const timed = new TimedWorker(timeline, clock, () => runLog.flushSoon());

  const events = new EventPublisher(flows, database, queue);
  const planner = new PathPlanner(services, scheduled, () => timed.wake());
  const triggers = new RecordTriggers(flows, { services, versions, queue, planner, events, queued: () => worker.wake() });
  return {
    triggers,
    runLog,
    versionOf: (flow) => versions.of(flow),
    services,
    calls: new FlowCalls(flows, services, options.actions),
    screens: new FlowRuntime(flows, { services, versionOf: (flow) => versions.of(flow).number }),
    start: () => {
      versions.keep();
      schedules.keep();
      timeline.start();
      worker.start();
      timed.start();
    },
    stop: () => {
      timeline.stop();
      timed.stop();
      worker.stop();
      emails.flush();
      runLog.flush();
    },
    idle: async () => {
      do {
        await worker.idle();
        await timed.idle();
      } while (worker.isRunning && queue.pending() > 0);
      emails.flush();
    },
    pending: () => queue.pending() + scheduled.countDue(clock.now()),
    nextDue: () => timeline.nextDue(),
    advanceTo: async (moment, asleep) => {
      const report = await timeline.moveTo(moment, asleep);
      timed.wake();
      return report;
    },
  };
}
