import { inspect } from 'node:util';
import { z } from 'zod';

/** A value that no log, message or page shows by accident: it has to be revealed by name. */
export class Secret {
  readonly #value: string;
  /** Where it comes from, such as `DELIGHTED_API_KEY`: this may be shown. */
  readonly origin: string;

  constructor(value: string, origin: string) {
    this.#value = value;
    this.origin = origin;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '(secret)';
  }

  toJSON(): string {
    return '(secret)';
  }

  [inspect.custom](): string {
    return `Secret(${this.origin})`;
  }
}

/**
 * A secret in a section of the configuration. The file says where it is (`{ env: NAME }` or `{ file: path }`), never what it is;
 * the loader puts a `Secret` in its place before the section is checked.
 */
export function secret(): z.ZodType<Secret> {
  return z.instanceof(Secret, { error: 'must say where the secret is: { env: NAME_OF_VARIABLE } or { file: path of a file of mode 600 }' });
}
