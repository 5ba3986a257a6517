/** What is asked, in the wording that the invitation was made for. */
export interface Wording {
  readonly question?: string;
  readonly scaleLow?: string;
  readonly scaleHigh?: string;
  /** Asked after the rating, in order; blank ones left out. */
  readonly furtherQuestions: readonly string[];
}

/** An invitation that may be sent now: claimed by us, checked, within the cap. */
export interface ReadyInvitation {
  /** Id in the org: the idempotency key together with `kind`, and what the answer has to carry as `invitation`. */
  readonly id: string;
  readonly kind: 'first' | 'reminder';
  readonly surveyKey: string;
  readonly surveyName?: string;
  readonly surveyVersion?: number;
  readonly program?: string;
  readonly wording?: Wording;
  readonly email: string;
  readonly phone?: string;
  readonly language?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly accountName?: string;
  readonly contactId?: string;
  readonly leadId?: string;
  readonly accountId?: string;
  readonly touchpoint?: string;
  /** The case, opportunity or other record that is asked about. */
  readonly relatedRecordId?: string;
  /** ISO 8601, UTC; after it an answer is not expected any more. */
  readonly expiresAt?: string;
}

/** What is left of an invitation when its outcome has to be found out. */
export type SentInvitation = Pick<ReadyInvitation, 'id' | 'kind' | 'surveyKey'>;

export type SendingOutcome =
  /** `sentAt` (ISO 8601, UTC) where the sending side says when. */
  | { readonly kind: 'sent'; readonly sentAt?: string }
  /** The sending side refuses it for good; `reason` goes to the org, so no personal data. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not handed over, and not now: the claim is given back and the sender left alone for a while. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs?: number }
  /** Handed over, and no answer came: it may have been sent or not. `wasSent` is asked; an idempotent sender is simply given it again. */
  | { readonly kind: 'unsure'; readonly reason: string };

/** Who brings the question to the customer: a platform's API, a webhook out, or the service's own pages and mail. */
export interface InvitationSender {
  /** Its name in the configuration. */
  readonly name: string;
  /** True when handing the same invitation over twice sends it once. */
  readonly idempotent: boolean;
  /** False where the platform reminds by itself: its invitations are never handed over as reminders. */
  readonly reminds: boolean;
  /** Hands invitations over, one outcome for each, in order. It never throws. After the signal none is begun any more (they are `later`); what is on its way is waited for. */
  send(invitations: readonly ReadyInvitation[], signal: AbortSignal): Promise<readonly SendingOutcome[]>;
  /**
   * For senders that are not idempotent: whether it was handed over before.
   * @param since ISO 8601, UTC; when the hand-over began
   */
  wasSent?(invitation: SentInvitation, since: string): Promise<boolean | 'unknown'>;
  /** Milliseconds after a hand-over until `wasSent` can be trusted; 0 without it. */
  readonly settlesAfterMs?: number;
  /** Tells whether address and credentials work, in words a person can act on. Nothing is sent to a customer. */
  check?(): Promise<{ readonly ok: boolean; readonly words: string }>;
}
