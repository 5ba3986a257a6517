import { comparable } from '../soql/expressions.ts';
import type { Summary } from './aggregates.ts';
import type { ColumnExpression, ColumnPlace } from './columnExpressions.ts';
import type { FactPart, Facts } from './facts.ts';

/** What a statement tells of a group that groups of groups can be told from. */
export interface PartMeasure {
  readonly fold: 'add' | 'least' | 'greatest';
  /** The aggregate over `column`, the SQL of a value. */
  readonly sql: (column: string) => string;
  readonly column: string;
}

/** What has to be asked anew for each level: it does not follow from the groups within. */
export type LevelMeasure = (
  | { readonly kind: 'unique'; readonly sql: string }
  /** Sum and count of each of these values of records that rows share, each record once. */
  | { readonly kind: 'shared'; readonly id: string; readonly values: string[] }
) & {
  /** The record that is counted, where it is one: in groupings that follow from it it stands in one group. */
  readonly place?: ColumnPlace;
};

/** Collects what a report's aggregates need, each once. */
export class Measures {
  readonly parts: PartMeasure[] = [];
  readonly levels: LevelMeasure[] = [];
  readonly #known = new Map<string, (facts: Facts) => FactPart>();

  /** How the value of a summary is read from the facts of a group. */
  reader(summary: Summary, column: ColumnExpression): (facts: Facts) => FactPart {
    const key = `${summary} ${column.value.sql} ${column.sharedId ?? ''}`;
    let reader = this.#known.get(key);
    if (reader === undefined) this.#known.set(key, (reader = this.#reader(summary, column)));
    return reader;
  }

  #reader(summary: Summary, column: ColumnExpression): (facts: Facts) => FactPart {
    const { value, sharedId, idSql, recordSql, place } = column;
    const { sql } = value;
    switch (summary) {
      case 'unique': {
        const index = recordSql === undefined ? this.#unique(idSql ?? comparable(value)) : this.#unique(recordSql, place);
        return ({ levels }) => levels[index]?.[0] ?? 0;
      }
      case 'minimum':
      case 'maximum': {
        const index = this.#part(
          sql,
          summary === 'minimum' ? 'least' : 'greatest',
          (of) => `${summary === 'minimum' ? 'min' : 'max'}(${of})`,
        );
        return ({ parts }) => parts[index] ?? null;
      }
      case 'sum':
      case 'average': {
        const read = sharedId === undefined ? this.#sumOfRows(sql) : this.#sumOfShared(sql, sharedId, place);
        return (facts) => {
          const [sum, count] = read(facts);
          if (summary === 'sum') return exact(sum);
          return count === 0 ? null : sum / count;
        };
      }
    }
  }

  #sumOfRows(sql: string): (facts: Facts) => readonly [number, number] {
    const sum = this.#part(sql, 'add', (of) => `sum(${of})`);
    const count = this.#part(sql, 'add', (of) => `count(${of})`);
    return ({ parts }) => [Number(parts[sum] ?? 0), Number(parts[count] ?? 0)];
  }

  #sumOfShared(sql: string, id: string, place: ColumnPlace): (facts: Facts) => readonly [number, number] {
    const { index, values } = this.#shared(id, place);
    const column = values.includes(sql) ? values.indexOf(sql) : values.push(sql) - 1;
    return ({ levels }) => [Number(levels[index]?.[column * 2] ?? 0), Number(levels[index]?.[column * 2 + 1] ?? 0)];
  }

  #part(column: string, fold: PartMeasure['fold'], sql: PartMeasure['sql']): number {
    const known = this.parts.findIndex((part) => part.column === column && part.sql(column) === sql(column));
    return known >= 0 ? known : this.parts.push({ column, fold, sql }) - 1;
  }

  #unique(sql: string, place?: ColumnPlace): number {
    const known = this.levels.findIndex((level) => level.kind === 'unique' && level.sql === sql);
    return known >= 0 ? known : this.levels.push({ kind: 'unique', sql, ...(place === undefined ? {} : { place }) }) - 1;
  }

  /** All values of one record are asked for at once. */
  #shared(id: string, place: ColumnPlace): { readonly index: number; readonly values: string[] } {
    for (const [index, level] of this.levels.entries()) {
      if (level.kind === 'shared' && level.id === id) return { index, values: level.values };
    }
    const values: string[] = [];
    return { index: this.levels.push({ kind: 'shared', id, values, place }) - 1, values };
  }
}

/** Digits that a double holds for certain, less those that many additions may cost. */
const SURE_DIGITS = 14;

/** A sum of decimals without what binary fractions add to it. A stored number may have more decimals than its field shows. */
function exact(sum: number): number {
  return Number.isInteger(sum) ? sum : Number(sum.toPrecision(SURE_DIGITS));
}
