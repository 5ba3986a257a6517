/** An invitation that may be sent now: claimed by us, checked, within the cap. */
export interface ReadyInvitation {
  /** Id in the org: the idempotency key, and what the answer has to carry as `invitation`. */
  readonly id: string;
  readonly kind: 'first' | 'reminder';
  readonly surveyKey: string;
  readonly surveyVersion?: number;
  readonly email: string;
  readonly phone?: string;
  readonly language?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly accountName?: string;
  readonly contactId?: string;
  readonly touchpoint?: string;
  /** ISO 8601, UTC; after it an answer is not expected any more. */
  readonly expiresAt?: string;
}

export type SendingOutcome =
  | { readonly kind: 'sent'; readonly sentAt: string; readonly reference?: string }
  /** The sending side refuses it for good; `reason` goes to the org, so no personal data. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not now; tried again while the claim lasts, then given back. */
  | { readonly kind: 'later'; readonly reason: string };

/** Who brings the question to the customer: a platform's API, a webhook out, or the service's own pages and mail. */
export interface InvitationSender {
  readonly name: string;
  /** True when handing the same invitation over twice sends it once. */
  readonly idempotent: boolean;
  /** Hands invitations over, one outcome for each. */
  send(invitations: readonly ReadyInvitation[], signal: AbortSignal): Promise<readonly SendingOutcome[]>;
  /** For senders that are not idempotent: whether it was handed over before. */
  wasSent?(invitation: ReadyInvitation): Promise<boolean | 'unknown'>;
  check?(): Promise<{ readonly ok: boolean; readonly words: string }>;
}
