import type { AnswerStore } from './ports/answers.ts';
import type { BulkLoadStore } from './ports/bulkLoads.ts';
import type { DeadLetterStore } from './ports/deadLetters.ts';
import type { DeliveryStore } from './ports/deliveries.ts';
import type { LinkStore } from './ports/links.ts';
import type { LookingStore } from './ports/looking.ts';
import type { ParentStore } from './ports/parents.ts';
import type { PrivacyStore } from './ports/privacy.ts';
import type { SendingStore } from './ports/sendings.ts';
import type { SettingStore } from './ports/settings.ts';
import type { WorkerStore } from './ports/workers.ts';

export type {
  Acceptance,
  AnswerState,
  Assignment,
  MatchRule,
  PushOutcome,
  Refusal,
  Scope,
  StateCounts,
  StoredAnswer,
  StoreFigures,
} from './ports/answers.ts';
export type { KnownAnswer } from './ports/links.ts';
export type { ParentObject } from './ports/parents.ts';

/**
 * The service's durable memory. Every method is one transaction and is on disk when it resolves.
 * `storeConformance` holds its implementations to one behaviour.
 */
export interface Store
  extends
    AnswerStore,
    BulkLoadStore,
    DeadLetterStore,
    DeliveryStore,
    LinkStore,
    LookingStore,
    ParentStore,
    PrivacyStore,
    SendingStore,
    SettingStore,
    WorkerStore {
  /** Writes a consistent copy to a new file while everything goes on (SQLite). @throws PulseError where that cannot be done */
  backup(file: string): Promise<void>;
  /** Waits for what is being stored, then closes. */
  close(): Promise<void>;
}
