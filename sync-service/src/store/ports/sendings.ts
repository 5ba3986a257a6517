/** What is handed over: the survey itself, or the one reminder. */
export type SendingKind = 'first' | 'reminder';

/** A hand-over that is about to begin. Ids and names only: who is asked stays in the org. */
export interface NewSending {
  /** Id of the invitation in the org. */
  readonly invitationId: string;
  readonly kind: SendingKind;
  /** Name of the sender in the configuration. */
  readonly sender: string;
  readonly surveyKey: string;
  /** What was written into the invitation to take it (its `RemindedAt__c`, for a reminder): ISO 8601, UTC. */
  readonly stamp: string;
}

/**
 * intended: it is being handed over, or was when its worker died. sent, refused: the sending side has spoken, the org has to be told.
 * told: the org knows; kept for a while against a second sending.
 */
export type SendingState = 'intended' | 'sent' | 'refused' | 'told';

export interface Sending extends NewSending {
  /** `<invitation id>:<kind>`. */
  readonly id: string;
  readonly state: SendingState;
  /** ISO 8601, UTC. */
  readonly intendedAt: string;
  readonly sentAt?: string;
  /** Why it was refused, free of personal data. */
  readonly reason?: string;
}

/** What became of a hand-over. */
export type SendingResult =
  | { readonly id: string; readonly state: 'sent'; readonly sentAt: string }
  | { readonly id: string; readonly state: 'refused'; readonly reason: string }
  /** It was certainly not handed over: it may be tried anew. */
  | { readonly id: string; readonly state: 'released' };

/** Something a platform says about an invitation that it sent. */
export interface InvitationEvent {
  readonly invitationId: string;
  readonly kind: 'opened' | 'bounced';
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface StoredInvitationEvent extends InvitationEvent {
  /** ISO 8601, UTC; when it came in. */
  readonly notedAt: string;
}

export interface SendingFigures {
  /** Handed over with an outcome that is not known yet. */
  readonly open: number;
  /** Outcomes the org has not been told yet. */
  readonly toTell: number;
  readonly events: number;
}

/** The memory that keeps an invitation from being sent twice: each hand-over is stored before it begins. */
export interface SendingStore {
  /**
   * Notes hand-overs before they begin and holds them for so many milliseconds.
   * @returns for each whether it may begin; false when it is known already, whatever became of it
   */
  intendSendings(sendings: readonly NewSending[], worker: string, leaseMs: number): Promise<readonly boolean[]>;
  settleSendings(results: readonly SendingResult[]): Promise<void>;
  /** Hand-overs whose worker went away between beginning and outcome (its lease is over), taken over by this worker. */
  takeAbandonedSendings(worker: string, leaseMs: number, limit: number): Promise<readonly Sending[]>;
  /** Outcomes the org has to be told, oldest first. */
  sendingsToTell(limit: number): Promise<readonly Sending[]>;
  sendingsTold(ids: readonly string[]): Promise<void>;
  /** Which of these invitations have a hand-over of this kind that is not released. */
  knownSendings(invitationIds: readonly string[], kind: SendingKind): Promise<ReadonlySet<string>>;
  /** Keeps events until the org has been told; the same kind for the same invitation again is nothing new. */
  noteInvitationEvents(events: readonly InvitationEvent[]): Promise<void>;
  /** Oldest first, those noted before the given time (ISO 8601, UTC) left out. */
  invitationEvents(limit: number): Promise<readonly StoredInvitationEvent[]>;
  dropInvitationEvents(events: readonly InvitationEvent[]): Promise<void>;
  /** Forgets what the org has been told of before the given time (ISO 8601, UTC). @returns how many */
  pruneSendings(before: string): Promise<number>;
  sendingFigures(): Promise<SendingFigures>;
}
