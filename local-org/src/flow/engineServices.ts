import type { Clock } from '../clock.ts';
import type { RequestUser } from '../requestUser.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { FlowRun, type FlowServices } from './flowRun.ts';
import { GlobalRecords } from './globalRecords.ts';
import type { InterviewContext } from './interview.ts';
import { TransactionLimits, type TransactionKind } from './limits.ts';
import type { RunLogger } from './runLogger.ts';

interface Parts {
  readonly database: OrgDatabase;
  readonly flowServices: FlowServices;
  readonly logger: RunLogger;
  readonly clock: Clock;
  readonly organizationId: string;
}

/** What the parts of the engine share. */
export class EngineServices {
  readonly database: OrgDatabase;
  readonly flowServices: FlowServices;
  readonly logger: RunLogger;
  readonly clock: Clock;
  readonly #organizationId: string;
  #limits = new TransactionLimits();
  #limitsOf = -1;

  constructor(parts: Parts) {
    this.database = parts.database;
    this.flowServices = parts.flowServices;
    this.logger = parts.logger;
    this.clock = parts.clock;
    this.#organizationId = parts.organizationId;
  }

  /**
   * A run in the transaction that is open: its limits go on being counted.
   * @param kind of the transaction, when the run is its first
   */
  newRun(user: RequestUser, kind: TransactionKind = 'synchronous'): FlowRun {
    return new FlowRun(this.flowServices, this.#limitsNow(kind), user);
  }

  /** Notes what the open transaction has used; calling what comes back forgets what was used since. */
  markLimits(): () => void {
    const limits = this.#limitsNow('synchronous');
    const { used } = limits;
    return () => limits.resetTo(used);
  }

  context(user: RequestUser, isNew: boolean): InterviewContext {
    const globals = new GlobalRecords(this.flowServices, user, this.#organizationId);
    return {
      // The platform keeps date-times to the second.
      now: Math.floor(this.clock.now() / 1000) * 1000,
      timeZone: user.timeZone,
      isNew,
      user: () => globals.user(),
      organization: () => globals.organization(),
      globals,
    };
  }

  /** The organization's time zone: schedules and dates without a time follow it. */
  get timeZone(): string {
    const { schema, reader } = this.flowServices;
    const object = schema.object('Organization');
    const zone =
      object === undefined ? undefined : reader.read(object, [this.#organizationId]).get(this.#organizationId)?.['TimeZoneSidKey'];
    return typeof zone === 'string' ? zone : 'GMT';
  }

  #limitsNow(kind: TransactionKind): TransactionLimits {
    const transaction = this.database.transactionNumber;
    if (transaction !== this.#limitsOf) {
      this.#limits = new TransactionLimits(kind);
      this.#limitsOf = transaction;
    }
    return this.#limits;
  }
}
