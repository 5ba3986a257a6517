/** A place in a JSON text as the platform tells it: both count from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** The text is no JSON; the message is the platform's, with the place. */
export class JsonSyntaxError extends Error {
  constructor(message: string, text: string, position: number) {
    super(`${message} at ${placeText(placeOf(text, position))}`);
    this.name = 'JsonSyntaxError';
  }
}

/** Told of each member of an object: its name, and where its value begins and ends. */
export type MemberVisitor = (name: string, start: number, end: number) => void;

const deepest = 1000;
const spaces = new Set([' ', '\t', '\n', '\r']);
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const wordForm = /[A-Za-z_$][\w$]*/uy;

export function placeOf(text: string, position: number): JsonPlace {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}

export function placeText({ line, column }: JsonPlace): string {
  return `[line:${line}, column:${column}]`;
}

/**
 * Walks over a JSON text. JSON.parse makes the values; this finds the places
 * that its errors and values do not tell.
 * @throws JsonSyntaxError
 */
export function scanJson(text: string, visit: MemberVisitor = () => undefined): void {
  new Scanner(text, visit).document();
}

class Scanner {
  readonly #text: string;
  readonly #visit: MemberVisitor;
  #at = 0;

  constructor(text: string, visit: MemberVisitor) {
    this.#text = text;
    this.#visit = visit;
  }

  document(): void {
    this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) throw this.#unexpected('was expecting end of input');
  }

  #value(depth: number): void {
    this.#skip();
    if (depth > deepest) throw this.#problem(`Document nesting depth (${depth}) exceeds the maximum allowed (${deepest})`);
    const first = this.#text[this.#at];
    if (first === '{') this.#object(depth);
    else if (first === '[') this.#array(depth);
    else if (first === '"') this.#string();
    else this.#scalar();
  }

  #object(depth: number): void {
    const start = this.#at;
    this.#at += 1;
    if (this.#closes('}')) return;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] !== '"') throw this.#unexpected('was expecting double-quote to start field name');
      const nameStart = this.#at;
      this.#string();
      const name: unknown = JSON.parse(this.#text.slice(nameStart, this.#at));
      this.#skip();
      if (this.#text[this.#at] !== ':') throw this.#unexpected('was expecting a colon to separate field name and value');
      this.#at += 1;
      this.#skip();
      const valueStart = this.#at;
      this.#value(depth + 1);
      this.#visit(String(name), valueStart, this.#at);
      if (this.#closes('}')) return;
      this.#comma('OBJECT', start);
    }
  }

  #array(depth: number): void {
    const start = this.#at;
    this.#at += 1;
    if (this.#closes(']')) return;
    for (;;) {
      this.#value(depth + 1);
      if (this.#closes(']')) return;
      this.#comma('ARRAY', start);
    }
  }

  #string(): void {
    this.#at += 1;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) throw this.#problem('Unexpected end-of-input in VALUE_STRING');
      if (character < ' ') {
        throw this.#problem(
          `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
        );
      }
      this.#at += 1;
      if (character === '"') return;
      if (character === '\\') this.#escape();
    }
  }

  #escape(): void {
    const [whole] = /^(?:u[\da-fA-F]{4}|["\\/bfnrt])/u.exec(this.#text.slice(this.#at, this.#at + 5)) ?? [];
    if (whole === undefined) throw this.#unexpected('Unrecognized character escape');
    this.#at += whole.length;
  }

  #scalar(): void {
    numberForm.lastIndex = this.#at;
    const [number] = numberForm.exec(this.#text) ?? [];
    if (number !== undefined) {
      this.#at += number.length;
      return;
    }
    wordForm.lastIndex = this.#at;
    const [word] = wordForm.exec(this.#text) ?? [];
    if (word === undefined) {
      throw this.#unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    if (!['true', 'false', 'null'].includes(word)) {
      throw this.#problem(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN`);
    }
    this.#at += word.length;
  }

  #closes(mark: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #comma(kind: 'OBJECT' | 'ARRAY', start: number): void {
    if (this.#at >= this.#text.length) {
      const from = placeText(placeOf(this.#text, start));
      throw this.#problem(`Unexpected end-of-input: expected close marker for ${kind} (from ${from})`);
    }
    if (this.#text[this.#at] !== ',') throw this.#unexpected(`was expecting comma to separate ${kind} entries`);
    this.#at += 1;
  }

  #skip(): void {
    while (spaces.has(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #unexpected(expected: string): JsonSyntaxError {
    const character = this.#text[this.#at];
    if (character === undefined) return this.#problem(`Unexpected end-of-input: ${expected}`);
    return this.#problem(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expected}`);
  }

  #problem(message: string): JsonSyntaxError {
    return new JsonSyntaxError(message, this.#text, this.#at);
  }
}
