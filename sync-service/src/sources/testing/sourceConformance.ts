import type { WebhookRequest } from '../source.ts';
import { pullConformance, type PullSubject } from './pullConformance.ts';
import { readingConformance } from './readingConformance.ts';
import { signatureConformance } from './signatureConformance.ts';

/** Pull settings of the tests: an overlap so short that it hides nothing that was lost. */
export const shortOverlap = { overlapSeconds: 300 };

/** Which of a source's keys signs: the present one, the one before, or none of them. */
export type TestKey = 'right' | 'previous' | 'wrong';

/** A source that is to show that it does what every source does. */
export interface SourceSubject {
  /** Its section of the configuration. @param url where its platform's API is */
  readonly section: (url: string) => Readonly<Record<string, unknown>>;
  /** The folder of its fixtures, with a slash at its end. */
  readonly fixtures: URL;
  /** How its platform signs; absent for sources without webhooks. */
  readonly webhook?: {
    readonly sign: (body: Uint8Array, at: Date, key: TestKey) => WebhookRequest;
    /** Whether the signature covers the body, and its time. */
    readonly covers: readonly ('body' | 'time')[];
    /** What is signed of a body, where several bodies say the same; the bytes themselves when left out. */
    readonly meaning?: (rawBody: Uint8Array) => string;
    /** Whether there is a key before the present one. */
    readonly hasPrevious: boolean;
  };
  /** How its platform lists responses; absent for sources that are not pulled. */
  readonly pull?: PullSubject;
}

/** What every source must do: the tests of a new one begin with this. */
export function sourceConformance(name: string, subject: SourceSubject): void {
  readingConformance(name, subject);
  signatureConformance(name, subject);
  pullConformance(name, subject);
}
