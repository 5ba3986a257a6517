import { apiVersion, isOut } from '../page/settings.ts';

/** The error of a Lightning Data Service wire or function, in the platform's shape. */
export interface FetchError {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  /** What the API answered: an array of errors from reads, one object from writes. */
  readonly body: unknown;
  readonly errorType: 'fetchResponse';
  readonly headers: Readonly<Record<string, string>>;
}

/** One call of UI API: path below `/services/data/vNN.0`, with its query. */
export interface UiApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Beside those of every call. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Tells the org that a page of its own asks, and by which of its sessions. */
const requestedWith = isOut ? 'customer-pulse-out' : 'customer-pulse';

const inFlight = new Map<string, Promise<unknown>>();

/**
 * Calls UI API with the page's session. Reads that are the same and under way
 * at the same time share one request.
 * @throws FetchError
 */
export function uiApiRequest(call: UiApiCall, isRead = call.method === 'GET'): Promise<unknown> {
  if (!isRead) return send(call);
  const key = JSON.stringify([call.method, call.path, call.body]);
  const running = inFlight.get(key);
  if (running !== undefined) return running;
  const request = send(call).finally(() => inFlight.delete(key));
  inFlight.set(key, request);
  return request;
}

async function send(call: UiApiCall): Promise<unknown> {
  const headers: Record<string, string> = { 'X-Requested-With': requestedWith, Accept: 'application/json', ...call.headers };
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(`/services/data/v${apiVersion}${call.path}`, {
    method: call.method,
    headers,
    credentials: 'same-origin',
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  }).catch((error: unknown) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform rejects with a plain object, and components read it as one
    throw fetchError(0, 'Network Error', { message: `The org cannot be reached: ${String(error)}` });
  });
  const answer = await answerOf(response);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform rejects with a plain object, and components read it as one
  if (!response.ok) throw fetchError(response.status, response.statusText, answer);
  return answer;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { message: text };
  }
}

function fetchError(status: number, statusText: string, body: unknown): FetchError {
  return { ok: false, status, statusText, body, errorType: 'fetchResponse', headers: {} };
}

/** `a=1&b=2` of what is set; lists are joined by commas. */
export function queryString(parameters: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [`${name}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
