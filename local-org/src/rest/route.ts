import type { Org } from '../org.ts';
import type { ApiRequest, ApiResponse } from './apiMessages.ts';
import type { ApiUsage } from './apiUsage.ts';
import type { QueryCursors } from './queryCursors.ts';

/** Answers one call of the Data API. */
export type Dispatch = (request: ApiRequest) => ApiResponse;

/** What a resource's handler works with. */
export interface ResourceContext {
  readonly org: Org;
  readonly cursors: QueryCursors;
  readonly usage: ApiUsage;
  /** For resources that carry other calls (composite). */
  readonly dispatch: Dispatch;
}

export type Parameters = Readonly<Record<string, string>>;

/** A path pattern below `/services/data/vXX.0/` (`sobjects/:object/:id`) and what answers each method. */
export interface Route {
  readonly pattern: string;
  readonly methods: Readonly<Record<string, (context: ResourceContext, request: ApiRequest, parameters: Parameters) => ApiResponse>>;
}
