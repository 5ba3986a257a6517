import type { Answer } from '../../answer.ts';

/** What became of one delivered answer when it met the store. */
export type Acceptance =
  /** Its key was not known. */
  | 'new'
  /** It is newer than what was stored, or of the same time with other content. */
  | 'changed'
  /** The org has exactly this already. */
  | 'unchanged'
  /** It is stored already and was never (or not successfully) pushed: it will be. */
  | 'pending'
  /** The store holds a newer version; this one was ignored. */
  | 'outdated'
  /** Its respondent was forgotten here (`forget`): it is not taken in again. */
  | 'forgotten';

/**
 * The partitions of the store a worker may work on: each answer and delivery is in one of `partitionCount`. An answer's partition
 * comes from its own key until it has a place, and from its account pulse's key after that: one account is one worker's at a time.
 */
export type Scope = 'all' | ReadonlySet<number>;

export const partitionCount = 64;

/** waiting: to be pushed. pushed: the org has it. parked: waits for a change of configuration. dead: refused by the org for its content. */
export type AnswerState = 'waiting' | 'pushed' | 'parked' | 'dead';

/** What an answer was matched by; the last ones are linked to no contact. */
export type MatchRule =
  | 'invitation'
  | 'contact id'
  | 'contact key'
  | 'e-mail'
  | 'phone'
  | 'lead'
  | 'held for review'
  | 'unknown e-mail'
  | 'unknown contact key'
  | 'unknown phone'
  | 'respondent'
  | 'anonymous';

/** Where an answer belongs in the org, and why. Made once, before the first push; kept, so that a restart decides the same. */
export interface Assignment {
  readonly accountPulse: { readonly key: string; readonly accountId?: string };
  readonly contactPulse: { readonly key: string; readonly contactId?: string };
  readonly caseId?: string;
  readonly opportunityId?: string;
  readonly invitationId?: string;
  readonly leadId?: string;
  /** Which rule decided. */
  readonly rule: MatchRule;
  /** True once a wish not to be asked again has been written to the org: people may take it back there. */
  readonly optedOut?: boolean;
  /** A later version of an answer of nobody says more about who gave it: it is looked up again. */
  readonly lookAgain?: boolean;
  /** What a person should know about the decision, without personal data. */
  readonly note?: string;
}

/** Whether an answer matched so says who gave it and is linked to nobody: somebody may appear. */
export function isUnlinked({ rule, lookAgain }: Assignment): boolean {
  return lookAgain === true || rule === 'held for review' || rule.startsWith('unknown ');
}

/** An answer on its way to the org. */
export interface StoredAnswer {
  /** Grows in the order of arrival; of answers that came in one call, in an order of the database's. */
  readonly sequence: number;
  readonly externalId: string;
  readonly answer: Answer;
  readonly contentHash: string;
  /** True once the org has had any version of it: from then on its parent and links are the org's own business. */
  readonly everPushed: boolean;
  readonly assignment?: Assignment;
  /** W3C trace context of the delivery that brought it. */
  readonly traceparent?: string;
  /** ISO 8601, UTC: when this version came in. */
  readonly receivedAt: string;
  /** Reasons (`PulseReason__c`) of the last pushed version, so that one that disappeared can be taken away in the org. */
  readonly pushedReasons: readonly string[];
}

/** What became of a push. */
export interface PushOutcome {
  readonly sequence: number;
  /** Hash of the content that was sent: an answer that changed meanwhile keeps waiting. */
  readonly contentHash: string;
  readonly state: 'pushed' | 'parked' | 'dead';
  /** Salesforce's status code and its reason, without personal data. */
  readonly error?: { readonly code: string; readonly reason: string };
  /** Reasons that were sent; without it those of the stored content, where that is what was sent. */
  readonly reasons?: readonly string[];
}

/** A refused answer, as a person sees it. */
export interface Refusal {
  readonly externalId: string;
  readonly state: 'parked' | 'dead';
  readonly code: string;
  readonly reason: string;
}

export type StateCounts = Readonly<Record<AnswerState, number>>;

/** Counted over everything the store holds. */
export interface StoreFigures {
  readonly answers: StateCounts;
  readonly deliveries: { readonly waiting: number; readonly dead: number };
  /** When the oldest thing that still waits came in; ISO 8601, UTC. */
  readonly oldestWaiting?: string;
}

export interface AnswerStore {
  /** Stores answers; of two versions of one answer the newest by `updatedAt` wins, or the later delivered one where that is not given. One acceptance for each answer, in order. */
  accept(answers: readonly Answer[]): Promise<readonly Acceptance[]>;
  /** Waiting answers of the scope with a sequence above the given one, in order; those set aside for a bulk load are left out. */
  waiting(afterSequence: number, limit: number, scope?: Scope): Promise<readonly StoredAnswer[]>;
  /** How many such answers there are, counted up to `atMost`. */
  waitingCount(scope: Scope, atMost: number): Promise<number>;
  assign(assignments: ReadonlyMap<number, Assignment>): Promise<void>;
  /** Takes places in numbered shards of at most `size` answers: for each prefix (in order) the shard it falls into. */
  takeShards(prefixes: readonly string[], size: number): Promise<readonly number[]>;
  /** @param worker given, an answer whose partition is another worker's by now waits again instead: the other may have sent something older meanwhile */
  finish(outcomes: readonly PushOutcome[], worker?: string): Promise<void>;
  /** Changes states of answers that were pushed or refused back to waiting. @returns how many */
  pushAgain(since: string, source?: string): Promise<number>;
  figures(): Promise<StoreFigures>;
  counts(): Promise<StateCounts>;
  refusals(limit: number): Promise<readonly Refusal[]>;
}
