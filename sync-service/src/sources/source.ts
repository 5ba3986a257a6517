import type { z } from 'zod';
import type { Answer } from '../answer.ts';
import type { SurveyDefinition } from '../mapping/mappingSchema.ts';
import type { Wait } from '../salesforce/backoff.ts';
import type { NewDelivery, StoredDelivery } from '../store/ports/deliveries.ts';
import type { InvitationEvent } from '../store/ports/sendings.ts';
import type { PlatformHttp } from './platformHttp.ts';

/** A webhook request before anything in it is believed. Header names are in small letters. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What follows the source's own path, without the leading slash; for platforms that sign nothing it carries the secret. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly rawBody: Uint8Array;
}

/** Whether a webhook request comes from the platform. Nothing about its content is judged here. */
export type Authenticity =
  /** `deliveryId`: the same one again is a repetition. Absent where the same bytes may mean something new. */
  | { readonly genuine: true; readonly deliveryId?: string }
  /** `reason` is for the log and metrics, never for the sender. */
  | { readonly genuine: false; readonly reason: 'no signature' | 'wrong signature' | 'too old' };

/** What a stored delivery says. */
export type Reading =
  | {
      readonly answers: readonly Answer[];
      /** What became of invitations that the platform sent. */
      readonly events?: readonly InvitationEvent[];
    }
  /** Nothing for us in it, and why: an event of another kind, a survey that is not wanted. */
  | { readonly ignored: string }
  /** Not understood; `problem` names what and where, without personal data. `answers`: those of a batch that were understood. */
  | { readonly problem: string; readonly answers?: readonly Answer[] };

/** A page of what a platform has, each item as it came, and the position after it. */
export interface PulledPage {
  readonly items: readonly Uint8Array[];
  readonly cursor: string;
}

export interface PullPosition {
  /** As the last stored page gave it; absent the first time. */
  readonly cursor?: string;
  /** ISO 8601 (UTC), instead of the cursor. */
  readonly since?: string;
}

/** How a check went, in words that a person can act on. */
export interface SourceCheck {
  readonly ok: boolean;
  readonly words: string;
}

/** A configured survey platform (or file drop). Reading is separate from receiving: what came was stored between the two. */
export interface Source {
  /** Its name in the configuration; the first part of the external ids of its answers. */
  readonly name: string;
  readonly kind: string;
  /** Nobody can be recognised in its answers: identity is dropped by `read`, and bodies are not kept once read. */
  readonly anonymous: boolean;
  /** What is known of its surveys, for when they have to be made in the org. */
  readonly surveys: Readonly<Record<string, SurveyDefinition>>;
  /** Only for sources that take webhooks. Constant time in the secret. */
  authenticate?(request: WebhookRequest, now: Date): Authenticity;
  /** Understands a delivery, asking the platform where the delivery only names an answer. @throws PlatformUnavailable to be tried again later */
  read(delivery: StoredDelivery): Promise<Reading>;
  /** Only for anonymous sources: what is stored in place of a delivery, so that who answered never reaches the disk. Never throws. */
  conceal?(delivery: NewDelivery): Promise<NewDelivery>;
  /** How often to pull; only for sources that can be asked. */
  readonly pullEverySeconds?: number;
  /**
   * Only for sources that can be asked. Goes through what changed since the cursor, with an overlap, oldest first where the platform
   * has it so; each page is stored before the next is asked for.
   * @throws PlatformUnavailable
   */
  pull?(position: PullPosition, signal: AbortSignal): AsyncGenerator<PulledPage>;
  /** Tells whether address and credentials work. */
  check?(): Promise<SourceCheck>;
}

/** What every source is given. */
export interface SourceTools {
  /** Calls of one platform: its rate limit, retries, time limits. */
  readonly http: PlatformHttp;
  readonly now: () => Date;
  readonly wait: Wait;
}

/** One kind of source: a folder of `sources`. */
export interface SourceKind<Settings = unknown> {
  readonly kind: string;
  /** As a person calls it. */
  readonly title: string;
  /** Its part of the configuration, `name` and `kind` included; secrets are `secret()`. */
  readonly settings: z.ZodType<Settings>;
  /** Most calls a second that the platform allows, with room for others that use the same key. */
  readonly callsPerSecond: number;
  open(settings: Settings, tools: SourceTools): Source;
}
