import type { RequestKind } from './requestKind.ts';

/** A request on its way to the org, as a schedule of faults sees it. */
export interface SeenRequest {
  /** 1 for the first that came through this proxy. */
  readonly number: number;
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
}

/** What goes wrong with one request. */
export type Fault =
  /** The connection is cut: before the org hears of the request, after the org has done it, or within the reply's body. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' | 'within' }
  /** The org refuses the whole request and does nothing. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly retryAfterSeconds?: number }
  /** The session of this request is over: it, and every later one with the same token, gets a 401 until somebody logs in. */
  | { readonly kind: 'expired' }
  /** Some records of the request are not saved, for this reason; the others are. */
  | { readonly kind: 'partial'; readonly code: string; readonly share: number }
  /** The reply comes late, its body drop by drop; all of it takes so long. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Bulk API, on closing a job: it is gone, with its work done or not. Every later request for it finds nothing. */
  | { readonly kind: 'vanish'; readonly when: 'before' | 'after' }
  /** Bulk API, on closing a job: it ends as Failed and has processed nothing. */
  | { readonly kind: 'job fails' };

/** Asked once for each request. */
export type FaultPlan = (request: SeenRequest) => Fault | undefined;

/** Records that the org refuses as often as they come: value of any of their fields -> Salesforce's status code. */
export type Poison = ReadonlyMap<string, string>;
