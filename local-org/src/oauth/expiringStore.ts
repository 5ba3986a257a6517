import { hashOfSecret, newSecret } from './secrets.ts';

/**
 * Things that are handed out for a short while and used once: authorization
 * codes, log-ins under way, one-time passwords. They live in memory: whoever
 * holds one across a restart starts again.
 */
export class ExpiringStore<Thing> {
  readonly #lifetime: number;
  readonly #most: number;
  readonly #things = new Map<string, { readonly thing: Thing; readonly expiresAt: number }>();

  /** @param most things kept at a time; the oldest is forgotten beyond that, so that nobody can fill the memory */
  constructor(lifetimeSeconds: number, most = 10_000) {
    this.#lifetime = lifetimeSeconds * 1000;
    this.#most = most;
  }

  /** Keeps a thing; returns the secret that finds it again. */
  add(thing: Thing): string {
    const [oldest] = this.#things.keys();
    if (this.#things.size >= this.#most && oldest !== undefined) this.#things.delete(oldest);
    const secret = newSecret();
    this.#things.set(hashOfSecret(secret), { thing, expiresAt: Date.now() + this.#lifetime });
    return secret;
  }

  /** The thing of a secret while it is good. */
  find(secret: string): Thing | undefined {
    const entry = this.#things.get(hashOfSecret(secret));
    return entry === undefined || entry.expiresAt < Date.now() ? undefined : entry.thing;
  }

  /** The thing of a secret, which is used up by that. */
  take(secret: string): Thing | undefined {
    const thing = this.find(secret);
    this.#things.delete(hashOfSecret(secret));
    return thing;
  }
}
