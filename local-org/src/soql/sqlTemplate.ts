import type { FormulaSql } from '../formula/sql/emitSql.ts';

/** SQL of a formula for one place in one statement. */
export type SqlTemplate<Place> = (place: Place) => FormulaSql;

/** No formula holds it: XML has no such character. */
const edge = '\u0001';
/** Stands for a part until the statement is known; about as long as what takes its place. */
const mark = (index: number): string => `${edge}${String(index).padStart(20, ' ')}${edge}`;
const marks = new RegExp(`${edge} *(\\d+)${edge}`, 'gu');

/** The parts of a formula's SQL that differ from statement to statement: columns and placeholders. */
export class TemplateParts<Place> {
  readonly #parts: ((place: Place) => string)[] = [];
  readonly #columns = new Map<string, string>();

  /** What to write in the formula's SQL for this part. */
  add(part: (place: Place) => string): string {
    this.#parts.push(part);
    return mark(this.#parts.length - 1);
  }

  /** As `add`, the same for one key: parts of the formula that are alike are told by their text. */
  addOnce(key: string, part: (place: Place) => string): string {
    let known = this.#columns.get(key);
    if (known === undefined) this.#columns.set(key, (known = this.add(part)));
    return known;
  }

  template({ sql, guards }: FormulaSql): SqlTemplate<Place> {
    return (place) => {
      const written = new Map<number, string>();
      const write = (text: string): string =>
        text.replaceAll(marks, (_mark, digits: string) => {
          const index = Number(digits);
          let part = written.get(index);
          if (part === undefined) written.set(index, (part = this.#parts[index]?.(place) ?? ''));
          return part;
        });
      // The guards first, as they come first in the statement.
      const placedGuards = guards.map(write);
      return { sql: write(sql), guards: placedGuards };
    };
  }
}
