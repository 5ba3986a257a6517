import { PulseError } from '../errors.ts';

/** The platform cannot be asked now; the message says why, without secrets. */
export class PlatformUnavailable extends PulseError {
  override readonly name = 'PlatformUnavailable';
  /** Milliseconds after which the platform wants to be asked again; absent where it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { readonly retryAfterMs?: number; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

export interface PlatformRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * Whether doing it twice does no harm; by default so for all but POST and PATCH. What is not repeatable is repeated only
   * where it surely was not done (429, no connection).
   */
  readonly repeatable?: boolean;
}

export interface PlatformReply {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A reply whose body is read as it comes. */
export interface PlatformStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** @throws PlatformUnavailable when it breaks off */
  readonly body: AsyncIterable<Uint8Array>;
}

/** HTTP calls to one platform: within its rate limit, repeated where that helps, `Retry-After` kept. */
export interface PlatformHttp {
  /** @returns replies of 2xx, and of 4xx that say something about the request. @throws PlatformUnavailable for the rest */
  send(request: PlatformRequest): Promise<PlatformReply>;
  /** The same for large replies; only the head is waited for. */
  stream(request: PlatformRequest): Promise<PlatformStream>;
}
