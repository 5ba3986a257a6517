import { PassThrough, type Duplex } from 'node:stream';

/** What jsforce hands to a transport. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What jsforce expects back. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Answer = Promise<HttpResponse> & { stream(): Duplex };

/**
 * A transport for jsforce's `request`. jsforce's own repeats some methods and not others, ignores Retry-After, takes a proxy even for
 * this machine, and crashes the process when a connection is cut within a reply; this one does one request, with a time limit,
 * and lets the caller see status and headers.
 */
export class HttpTransport {
  readonly #timeoutMs: number;
  readonly #onResponse: (response: HttpResponse) => void;

  constructor(timeoutMs: number, onResponse: (response: HttpResponse) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onResponse = onResponse;
  }

  httpRequest(request: HttpRequest): Answer {
    // jsforce asks for a stream although nothing here reads it.
    return Object.assign(this.#send(request), { stream: () => new PassThrough() });
  }

  async #send(request: HttpRequest): Promise<HttpResponse> {
    const headers = Object.fromEntries(Object.entries(request.headers ?? {}).filter(([name]) => name !== 'content-length'));
    const response = await fetch(request.url, {
      method: request.method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(this.#timeoutMs),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
    const answered = { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    this.#onResponse(answered);
    return answered;
  }
}
