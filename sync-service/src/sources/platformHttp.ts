import { PulseError } from '../errors.ts';

/** The platform cannot be asked now; the message says why, without secrets. */
export class PlatformUnavailable extends PulseError {
  override readonly name = 'PlatformUnavailable';
}

export interface PlatformRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface PlatformReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** HTTP calls to one platform: within its rate limit, repeated where that helps, `Retry-After` kept. */
export interface PlatformHttp {
  /** @returns replies of 2xx, and of 4xx that say something about the request. @throws PlatformUnavailable for the rest */
  send(request: PlatformRequest): Promise<PlatformReply>;
}
