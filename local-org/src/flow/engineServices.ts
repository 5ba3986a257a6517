import type { Clock } from '../clock.ts';
import type { RequestUser } from '../requestUser.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import { FlowRecord } from './data.ts';
import { describeForLog, LimitException } from './faults.ts';
import { FlowRun, type FlowServices } from './flowRun.ts';
import type { Interview, InterviewContext } from './interview.ts';
import { TransactionLimits } from './limits.ts';
import type { FlowRunLog } from './runLog.ts';

/** Elements that the log names of one run. */
const mostElements = 200;

/** What the parts of the engine share. */
export class EngineServices {
  readonly database: OrgDatabase;
  readonly flowServices: FlowServices;
  readonly log: FlowRunLog;
  readonly #clock: Clock;
  readonly #organizationId: string;
  #limits = new TransactionLimits();
  #limitsOf = -1;

  constructor(parts: { database: OrgDatabase; flowServices: FlowServices; log: FlowRunLog; clock: Clock; organizationId: string }) {
    this.database = parts.database;
    this.flowServices = parts.flowServices;
    this.log = parts.log;
    this.#clock = parts.clock;
    this.#organizationId = parts.organizationId;
  }

  /** A run in the transaction that is open: its limits go on being counted. */
  newRun(user: RequestUser): FlowRun {
    const transaction = this.database.transactionNumber;
    if (transaction !== this.#limitsOf) {
      this.#limits = new TransactionLimits();
      this.#limitsOf = transaction;
    }
    return new FlowRun(this.flowServices, this.#limits, user);
  }

  context(user: RequestUser, isNew: boolean): InterviewContext {
    return {
      // The platform keeps date-times to the second.
      now: Math.floor(this.#clock.now() / 1000) * 1000,
      timeZone: user.timeZone,
      isNew,
      user: () => this.#record('User', user.id),
      organization: () => this.#record('Organization', this.#organizationId),
    };
  }

  /** Writes down how interviews ended. */
  logRuns(flow: CompiledFlow, trigger: string, interviews: readonly Interview[]): void {
    const at = this.#clock.now();
    for (const interview of interviews) {
      const refused = interview.customErrors.length > 0;
      this.log.add({
        at,
        flow: flow.name,
        version: 1,
        trigger,
        recordId: interview.recordId,
        elements: readable(interview.visited),
        outcome: interview.failure !== undefined ? 'failed' : refused ? 'refused record' : 'completed',
        error: interview.failure === undefined ? null : `${interview.failure.element}: ${describeForLog(interview.failure)}`,
      });
    }
  }

  /** Tells of records whose interviews never got anywhere. */
  logFailure(flow: string, trigger: string, recordIds: readonly string[], error: unknown): void {
    const at = this.#clock.now();
    const outcome = error === undefined ? 'record gone' : 'failed';
    const text =
      error === undefined ? null : error instanceof LimitException ? `System.LimitException: ${error.message}` : describeForLog(error);
    for (const recordId of recordIds) this.log.add({ at, flow, version: 1, trigger, recordId, elements: [], outcome, error: text });
  }

  #record(objectName: string, id: string): FlowRecord {
    const object = this.flowServices.schema.object(objectName);
    if (object === undefined) throw new Error(`The org has no object ${objectName}`);
    return new FlowRecord(object, { ...this.flowServices.reader.read(object, [id]).get(id), Id: id });
  }
}

/** A loop can visit thousands: the first ones tell what it does. */
function readable(visited: readonly string[]): readonly string[] {
  return visited.length <= mostElements ? visited : [...visited.slice(0, mostElements), `and ${visited.length - mostElements} more`];
}
