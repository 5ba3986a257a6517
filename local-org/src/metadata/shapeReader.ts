import type { XmlElement } from './xmlTree.ts';

/** Takes what is wrong: the element's place in words, its line, the reason. */
export type ReportProblem = (element: string, line: number, message: string) => void;

/**
 * Reads one element of a metadata file child by child, and reports at `close`
 * every child that nobody asked for: a setting that is not read is a setting
 * that would be ignored in silence.
 */
export class ShapeReader {
  readonly element: XmlElement;
  readonly #report: ReportProblem;
  readonly #known = new Set<string>();
  readonly #repeatable = new Set<string>();
  #where: string;

  constructor(element: XmlElement, report: ReportProblem, where?: string) {
    this.element = element;
    this.#report = report;
    this.#where = where ?? element.name;
  }

  get line(): number {
    return this.element.line;
  }

  /** How problems call this element from now on, e.g. `decisions Is_Fresh`. */
  describeAs(where: string): void {
    this.#where = where;
  }

  /** Reports a problem of this element. */
  problem(message: string, line = this.element.line): void {
    this.#report(this.#where, line, message);
  }

  /** Trimmed text of the only child of that name; undefined when absent or empty. */
  text(name: string): string | undefined {
    const value = this.raw(name)?.trim();
    return value === '' ? undefined : value;
  }

  /** Text of the only child of that name with its white space. */
  raw(name: string): string | undefined {
    this.#known.add(name);
    return this.element.children.find((child) => child.name === name)?.text;
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) this.problem(`<${name}> is missing`);
    return value ?? '';
  }

  flag(name: string): boolean {
    return this.oneOf(name, ['true', 'false'] as const) === 'true';
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (!Number.isFinite(number)) this.problem(`<${name}> is not a number: ${value}`);
    return number;
  }

  /** The text, when it is one of the words that the schema allows; any other is reported. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) this.problem(`<${name}> says "${value}", which is not run by local-org; it can be ${words.join(', ')}`);
    return word;
  }

  /** Reads every child of that name. */
  each<Result>(name: string, read: (child: ShapeReader) => Result): Result[] {
    this.#known.add(name);
    this.#repeatable.add(name);
    return this.element.children.filter((child) => child.name === name).map((child) => this.#read(child, read));
  }

  /** Reads the only child of that name, if it is there. */
  one<Result>(name: string, read: (child: ShapeReader) => Result): Result | undefined {
    this.#known.add(name);
    const child = this.element.children.find((candidate) => candidate.name === name);
    return child === undefined ? undefined : this.#read(child, read);
  }

  /** Children that change nothing of what runs: layout and words for people. */
  harmless(...names: readonly string[]): void {
    for (const name of names) {
      this.#known.add(name);
      this.#repeatable.add(name);
    }
  }

  /** A setting that is accepted only with the value under which it does nothing. */
  inert(name: string, ...values: readonly string[]): void {
    const value = this.text(name);
    if (value !== undefined && !values.includes(value)) this.problem(`<${name}>${value}</${name}> is not run by local-org`);
  }

  /** Refuses a child that the platform knows and local-org does not run. */
  refuse(...names: readonly string[]): void {
    for (const name of names) {
      this.#known.add(name);
      this.#repeatable.add(name);
      const child = this.element.children.find((candidate) => candidate.name === name);
      if (child !== undefined) this.problem(`<${name}> is not run by local-org`, child.line);
    }
  }

  /** Reports unknown, doubled and scattered children. */
  close(): void {
    const closed = new Set<string>();
    let previous: string | undefined;
    for (const child of this.element.children) {
      if (!this.#known.has(child.name)) this.problem(`<${child.name}> is not known here`, child.line);
      const again = child.name === previous ? !this.#repeatable.has(child.name) : closed.has(child.name);
      // The platform's reader wants siblings of one name side by side.
      if (again) this.problem(`Element ${child.name} is duplicated at this location`, child.line);
      closed.add(child.name);
      previous = child.name;
    }
  }

  #read<Result>(child: XmlElement, read: (child: ShapeReader) => Result): Result {
    const reader = new ShapeReader(child, this.#report, `${this.#where} ${child.name}`);
    const result = read(reader);
    reader.close();
    return result;
  }
}
