import type { Clock } from '../clock.ts';
import type { RequestUser } from '../requestUser.ts';
import type { RecordSaver, SaveTriggers } from '../save/types.ts';
import type { Schema } from '../schema/types.ts';
import type { QueryService } from '../soql/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { AsyncPaths } from './async/asyncPaths.ts';
import { AsyncQueue } from './async/queue.ts';
import { AsyncWorker } from './async/worker.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import { EngineServices } from './engineServices.ts';
import type { RecordReader } from './parents.ts';
import { FlowRunLog } from './runLog.ts';
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
  readonly clock: Clock;
  /** 18-character id of the Organization record. */
  readonly organizationId: string;
  /** The user of an id; undefined when there is none. */
  readonly user: (id: string) => RequestUser | undefined;
}

/** Runs the org's flows. */
export interface FlowEngine {
  readonly triggers: SaveTriggers;
  readonly runLog: FlowRunLog;
  /** Begins to run paths after the commit, first those that an earlier process left. */
  start(): void;
  stop(): void;
  /** Resolves when no path after the commit is waiting. */
  idle(): Promise<void>;
  /** How many of them wait. */
  pending(): number;
}

/** Makes the engine; its own tables are created when they are not there. */
export function createFlowEngine(options: FlowEngineOptions): FlowEngine {
  const { flows, schema, database, reader, queries, records, clock, organizationId } = options;
  const runLog = new FlowRunLog(database);
  const queue = new AsyncQueue(database);
  const services = new EngineServices({ database, flowServices: { schema, reader, queries, records }, log: runLog, clock, organizationId });
  const paths = new AsyncPaths(flows, services, queue, options.user);
  const worker = new AsyncWorker(
    () => paths.runBatch(),
    () => runLog.flushSoon(),
  );
  return {
    triggers: new RecordTriggers(flows, services, queue, () => worker.wake()),
    runLog,
    start: () => worker.start(),
    stop: () => {
      worker.stop();
      runLog.flush();
    },
    idle: () => worker.idle(),
    pending: () => queue.pending(),
  };
}
