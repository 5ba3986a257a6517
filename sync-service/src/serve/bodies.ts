import type { IncomingMessage } from 'node:http';

/** A request whose body is not taken, with the HTTP status that says why. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly statusCode: 413 | 503;

  constructor(statusCode: 413 | 503) {
    super(statusCode === 413 ? 'The body is too large.' : 'Too much is being received at once.');
    this.statusCode = statusCode;
  }
}

/** Reads bodies into memory, each up to a size, all that are being read at once up to another. */
export class BodyReader {
  readonly #limits: { readonly one: number; readonly together: number };
  #inFlight = 0;

  /** @param limits bytes */
  constructor(limits: { readonly one: number; readonly together: number }) {
    this.#limits = limits;
  }

  /** @throws BodyRefused; the rest of the body is then left unread */
  read(payload: IncomingMessage): Promise<Buffer> {
    if (Number(payload.headers['content-length'] ?? 0) > this.#limits.one) return Promise.reject(new BodyRefused(413));
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const end = (settle: () => void): void => {
        this.#inFlight -= size;
        payload.removeListener('data', take).removeListener('end', whole).removeListener('error', failed).removeListener('close', cut);
        settle();
      };
      const take = (chunk: Buffer): void => {
        size += chunk.byteLength;
        this.#inFlight += chunk.byteLength;
        chunks.push(chunk);
        if (size > this.#limits.one) end(() => reject(new BodyRefused(413)));
        else if (this.#inFlight > this.#limits.together) end(() => reject(new BodyRefused(503)));
      };
      const whole = (): void => end(() => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
      const failed = (error: Error): void => end(() => reject(error));
      const cut = (): void => end(() => reject(new Error('The connection was cut.')));
      payload.on('data', take).on('end', whole).on('error', failed).on('close', cut);
    });
  }
}
