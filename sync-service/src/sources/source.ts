import type { z } from 'zod';
import type { Answer } from '../answer.ts';
import type { StoredDelivery } from '../store/ports/deliveries.ts';
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
  | { readonly genuine: true; readonly deliveryId?: string }
  /** `reason` is for the log and metrics, never for the sender. */
  | { readonly genuine: false; readonly reason: 'no signature' | 'wrong signature' | 'too old' };

/** What a stored delivery says. */
export type Reading =
  | { readonly answers: readonly Answer[] }
  | { readonly ignored: string }
  /** Not understood; `problem` names what and where, without personal data. */
  | { readonly problem: string };

/** A page of what a platform has, each item as it came, and the position after it. */
export interface PulledPage {
  readonly items: readonly Uint8Array[];
  readonly cursor: string;
}

/** A configured survey platform (or file drop). Reading is separate from receiving: what came is stored between the two. */
export interface Source {
  /** Its name in the configuration; the first part of the external ids of its answers. */
  readonly name: string;
  readonly kind: string;
  /** Only for sources that take webhooks. Constant time in the secret. */
  authenticate?(request: WebhookRequest, now: Date): Authenticity;
  /** Understands a delivery, asking the platform where the delivery only names an answer. @throws PlatformUnavailable to be tried again later */
  read(delivery: StoredDelivery): Promise<Reading>;
  /**
   * Only for sources that can be asked. Goes through what changed since the cursor, with an overlap, oldest first; each page is stored
   * before the next is asked for.
   * @param since ISO 8601 (UTC), instead of the cursor
   * @throws PlatformUnavailable
   */
  pull?(position: { readonly cursor?: string; readonly since?: string }, signal: AbortSignal): AsyncGenerator<PulledPage>;
  /** Tells whether address and credentials work, in words a person can act on. */
  check?(): Promise<{ readonly ok: boolean; readonly words: string }>;
}

/** What every source is given. */
export interface SourceTools {
  /** Calls of one platform: its rate limit, retries, time limits. */
  readonly http: PlatformHttp;
  readonly now: () => Date;
}

/** One kind of source: a folder of `sources`. */
export interface SourceKind<Settings = unknown> {
  readonly kind: string;
  /** Its part of the configuration, beside `name` and `kind`; secrets are `secret()`. */
  readonly settings: z.ZodType<Settings>;
  open(name: string, settings: Settings, tools: SourceTools): Source;
}
