import type { Answer } from '../../answer.ts';
import type { Acceptance, Scope } from './answers.ts';

/** What a source handed over, as it came: kept before anybody tries to understand it. */
export interface NewDelivery {
  /** Name of the source in the configuration. */
  readonly source: string;
  readonly via: 'webhook' | 'pull';
  /** The platform's own id of the delivery, where it has one: the same one again is a repetition. */
  readonly deliveryId?: string;
  readonly contentType?: string;
  /** The bytes as they came. */
  readonly body: Uint8Array;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** W3C trace context of the request, so that one trace leads from webhook to record. */
  readonly traceparent?: string;
}

export interface StoredDelivery extends NewDelivery {
  /** The store's own id. */
  readonly id: string;
  /** Tries to read it so far that ended in `later`. */
  readonly attempts: number;
}

/** What became of an attempt to read a delivery. */
export type DeliveryOutcome =
  /** Understood: its answers (perhaps none) are accepted in the same transaction. */
  | {
      readonly id: string;
      readonly kind: 'read';
      readonly answers: readonly Answer[];
      /** Its body is reduced to a hash at once: its source is anonymous. */
      readonly reduce?: boolean;
    }
  /** Nothing for us in it, and why: an event of another kind, a survey that is not wanted. */
  | { readonly id: string; readonly kind: 'ignored'; readonly reason: string }
  /** Not understood: a dead letter. `reason` is free of personal data. `answers`: those of a batch that were understood; they are accepted. */
  | { readonly id: string; readonly kind: 'dead'; readonly code: string; readonly reason: string; readonly answers?: readonly Answer[] }
  /** The platform has to be asked and is away: again at `notBefore` (ISO 8601, UTC). */
  | { readonly id: string; readonly kind: 'later'; readonly notBefore: string; readonly reason: string };

/** Deliveries and the positions of pulls. */
export interface DeliveryStore {
  /** Keeps deliveries; they are on disk when it resolves, all or none. One result for each. */
  receive(deliveries: readonly NewDelivery[]): Promise<readonly ('new' | 'repeated')[]>;
  /** Keeps a pulled page and the position after it in one transaction. One result for each delivery. */
  receivePulled(source: string, deliveries: readonly NewDelivery[], cursor: string): Promise<readonly ('new' | 'repeated')[]>;
  cursor(source: string): Promise<string | undefined>;
  /**
   * Deliveries of these partitions that are due to be read, oldest first.
   * @param now ISO 8601, UTC
   * @param except sources that are being read already
   */
  toRead(scope: Scope, now: string, limit: number, except?: readonly string[]): Promise<readonly StoredDelivery[]>;
  /** One list of acceptances for each outcome: those of its answers, in order. */
  settleDeliveries(outcomes: readonly DeliveryOutcome[]): Promise<readonly (readonly Acceptance[])[]>;
}
