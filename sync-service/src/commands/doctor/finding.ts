/** What a check found. */
export interface Finding {
  /** What it is about, such as `org` or `source delighted`. */
  readonly about: string;
  /** ok; warning: worth knowing, works all the same; problem: something does not work; skipped: could not be looked at. */
  readonly state: 'ok' | 'warning' | 'problem' | 'skipped';
  readonly words: string;
  /** How to put it right. */
  readonly fix?: string;
}

export function ok(about: string, words: string): Finding {
  return { about, state: 'ok', words };
}

export function warning(about: string, words: string, fix?: string): Finding {
  return { about, state: 'warning', words, ...(fix === undefined ? {} : { fix }) };
}

export function problem(about: string, words: string, fix: string): Finding {
  return { about, state: 'problem', words, fix };
}

export function skipped(about: string, words: string): Finding {
  return { about, state: 'skipped', words };
}
