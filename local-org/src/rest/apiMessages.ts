import type { RequestUser } from '../requestUser.ts';

/** Parsed JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One call of the Data API, apart from HTTP: composite subrequests are the same
 * calls, and all of them are answered without waiting, so that a composite can
 * be one transaction.
 */
export interface ApiRequest {
  readonly method: string;
  /** Below `/services/data/vXX.0/`, decoded, e.g. `['sobjects','Account','001...']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** By lower-cased name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  /** The text that `body` was read from; absent within a composite. */
  readonly bodyText?: string | undefined;
  readonly user: RequestUser;
  /** As in the URL, e.g. `v66.0`. */
  readonly version: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Absent for 204. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): ApiResponse {
  return { status: 200, body };
}
