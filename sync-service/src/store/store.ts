import type { Answer } from '../answer.ts';
import type { SurveyDefinition } from '../mapping/mappingSchema.ts';

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
  | 'outdated';

/** waiting: to be pushed. pushed: the org has it. parked: waits for a change of configuration. dead: refused by the org for its content. */
export type AnswerState = 'waiting' | 'pushed' | 'parked' | 'dead';

/** Where an answer belongs in the org, and why. Made once, before the first push; kept, so that a restart decides the same. */
export interface Assignment {
  readonly accountPulse: { readonly key: string; readonly accountId?: string };
  readonly contactPulse: { readonly key: string; readonly contactId?: string };
  readonly caseId?: string;
  readonly opportunityId?: string;
  /** Which rule decided. */
  readonly rule: 'contact id' | 'e-mail' | 'unknown e-mail' | 'respondent' | 'anonymous';
  /** What a person should know about the decision, without personal data. */
  readonly note?: string;
}

/** An answer on its way to the org. */
export interface StoredAnswer {
  /** Grows in the order of arrival. */
  readonly sequence: number;
  readonly externalId: string;
  readonly answer: Answer;
  readonly contentHash: string;
  /** True once the org has had any version of it: from then on its parent and links are the org's own business. */
  readonly everPushed: boolean;
  readonly assignment?: Assignment;
}

/** What became of a push. */
export interface PushOutcome {
  readonly sequence: number;
  /** Hash of the content that was sent: an answer that changed meanwhile keeps waiting. */
  readonly contentHash: string;
  readonly state: 'pushed' | 'parked' | 'dead';
  /** Salesforce's status code and its reason, without personal data. */
  readonly error?: { readonly code: string; readonly reason: string };
}

/** A refused answer, as a person sees it. */
export interface Refusal {
  readonly externalId: string;
  readonly state: 'parked' | 'dead';
  readonly code: string;
  readonly reason: string;
}

export type StateCounts = Readonly<Record<AnswerState, number>>;

/** Kinds of parent records that are created once and then only referred to. */
export type ParentObject = 'PulseSurvey__c' | 'AccountPulse__c' | 'ContactPulse__c';

/**
 * The service's durable memory. Every method is one transaction and is on disk when it resolves.
 * There will be more than one implementation; `storeConformance` holds them to one behaviour.
 */
export interface Store {
  /** Stores answers; of two versions of one answer the newest by `updatedAt` wins, or the later delivered one where that is not given. One acceptance for each answer, in order. */
  accept(answers: readonly Answer[]): Promise<readonly Acceptance[]>;
  /** Remembers what is known of surveys, for when they have to be created. */
  defineSurveys(surveys: Readonly<Record<string, SurveyDefinition>>): Promise<void>;
  surveyDefinitions(keys: readonly string[]): Promise<ReadonlyMap<string, SurveyDefinition>>;
  /** Waiting answers with a sequence above the given one, in order. */
  waiting(afterSequence: number, limit: number): Promise<readonly StoredAnswer[]>;
  assign(assignments: ReadonlyMap<number, Assignment>): Promise<void>;
  /** Takes places in numbered shards of at most `size` answers: for each prefix (in order) the shard it falls into. */
  takeShards(prefixes: readonly string[], size: number): Promise<readonly number[]>;
  finish(outcomes: readonly PushOutcome[]): Promise<void>;
  /** Which of these parents are known to be in the org. */
  knownParents(object: ParentObject, keys: readonly string[]): Promise<ReadonlySet<string>>;
  rememberParents(object: ParentObject, keys: readonly string[]): Promise<void>;
  forgetParents(object: ParentObject, keys: readonly string[]): Promise<void>;
  counts(): Promise<StateCounts>;
  refusals(limit: number): Promise<readonly Refusal[]>;
  setting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}
