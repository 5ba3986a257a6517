import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FieldType, FieldValue } from '../../schema/types.ts';
import { toSql } from '../../storage/columns.ts';
import { OrgDatabase } from '../../storage/database.ts';
import { compileFormula, FormulaError } from '../compileFormula.ts';
import type { FormulaContext, FormulaOptions } from '../types.ts';
import { emitSql } from './emitSql.ts';
import type { SqlBinding, SqlNames } from './sqlEmitter.ts';

interface TestField {
  readonly type: FieldType;
  readonly scale: number;
  readonly column: string;
}

const FIELDS: Readonly<Record<string, TestField>> = {
  I: { type: 'int', scale: 0, column: 'REAL' },
  J: { type: 'double', scale: 0, column: 'REAL' },
  A: { type: 'currency', scale: 2, column: 'REAL' },
  C: { type: 'double', scale: 1, column: 'REAL' },
  P: { type: 'percent', scale: 1, column: 'REAL' },
  T: { type: 'string', scale: 0, column: 'TEXT' },
  U: { type: 'string', scale: 0, column: 'TEXT' },
  K: { type: 'picklist', scale: 0, column: 'TEXT' },
  M: { type: 'multipicklist', scale: 0, column: 'TEXT' },
  B: { type: 'boolean', scale: 0, column: 'INTEGER' },
  D: { type: 'date', scale: 0, column: 'TEXT' },
  E: { type: 'date', scale: 0, column: 'TEXT' },
  S: { type: 'datetime', scale: 0, column: 'INTEGER' },
  Q: { type: 'time', scale: 0, column: 'INTEGER' },
};
/** Formula fields that other formulas read: unrounded. */
const NESTED = Object.fromEntries(
  (
    [
      ['X', 'double', 'IF(I = 0, NULL, A / I)', 'blank'],
      ['Y', 'double', 'A / C', 'zero'],
      ['Z', 'percent', 'I / 8', 'blank'],
      ['W', 'string', 'T & TEXT(K)', 'blank'],
      ['V', 'boolean', 'A > I', 'zero'],
    ] as const
  ).map(([name, type, source, blanksAs]) => {
    const options: FormulaOptions = type === 'percent' ? { blanksAs, percent: true } : { blanksAs };
    const formula = compileFormula(source, { resolve: ([field = '']) => FIELDS[field] }, options);
    return [name, { type, formula, options }];
  }),
);
const CONTEXT: FormulaContext = { now: Date.parse('2026-03-03T23:30:00Z'), timeZone: 'Europe/Copenhagen', isNew: false };

/** One table with a column for each field, and formulas as SQL over it. */
class SqlBench {
  readonly database = new OrgDatabase(':memory:');

  constructor() {
    const columns = Object.entries(FIELDS).map(([name, { column }]) => `"${name}" ${column}`);
    this.database.execute(`CREATE TABLE t (${columns.join(', ')})`);
  }

  fill(rows: readonly Readonly<Record<string, FieldValue>>[]): void {
    this.database.execute('DELETE FROM t');
    const names = Object.keys(FIELDS);
    const insert = this.database.prepare(`INSERT INTO t VALUES (${names.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...names.map((name) => toSql(row[name])));
  }

  /** For each row: what the SQL gives and what the formula gives; undefined where SQL leaves the row to the formula. */
  compare(source: string, options: FormulaOptions): { readonly pure: boolean; readonly pairs: readonly (readonly [unknown, unknown])[] } {
    const scope = { resolve: ([name = '']: readonly string[]) => FIELDS[name] ?? NESTED[name] };
    const formula = compileFormula(source, scope, options);
    const bound: (string | number)[] = [];
    const bind = (value: string | number): string => `?${bound.push(value)}`;
    const binding: SqlBinding = { bind, bindContext: (_key, read) => bind(read(CONTEXT)) };
    const names: SqlNames = ({ name }) => {
      const nested = NESTED[name];
      if (nested !== undefined) return { kind: 'formula', tree: nested.formula.tree, options: nested.options, names };
      return { kind: 'column', sql: `t."${name}"`, scale: FIELDS[name]?.scale ?? 0 };
    };
    const emitted = emitSql(formula, options, names, binding);
    if (emitted === undefined) return { pure: false, pairs: [] };
    const guard = emitted.guards.length === 0 ? '1' : emitted.guards.join(' AND ');
    const highest = [...emitted.sql.matchAll(/\?(\d+)/gu), ...guard.matchAll(/\?(\d+)/gu)].reduce(
      (most, [, n]) => Math.max(most, Number(n)),
      0,
    );
    const rows = this.database.connection
      .prepare(`SELECT CASE WHEN ${guard} THEN ${emitted.sql} END AS result, CASE WHEN ${guard} THEN 1 END AS exact, * FROM t`)
      .all(...bound.slice(0, highest));
    const pairs = rows.flatMap((row): readonly (readonly [unknown, unknown])[] => {
      if (row['exact'] !== 1) return [];
      const value = (name: string): FieldValue => {
        const nested = NESTED[name];
        if (nested === undefined) return fieldValue(row[name]);
        return nested.formula.evaluate(
          nested.formula.references.map(({ path }) => value(path[0] ?? '')),
          CONTEXT,
        );
      };
      const values = formula.references.map(({ path }) => value(path[0] ?? ''));
      return [[row['result'], toSql(formula.evaluate(values, CONTEXT))]];
    });
    return { pure: true, pairs };
  }
}

function fieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 5 });
const decimal = (digits: number, scale: number): fc.Arbitrary<number> =>
  fc.integer({ min: -(10 ** digits), max: 10 ** digits }).map((units) => Number((units / 10 ** scale).toFixed(scale)));
const date = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2140-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const text = fc.oneof(
  fc.constantFrom('Acme', 'acme', 'a', 'ab', 'Æble', 'x;y', "O'B", '50%', ' sp ', '😀b'),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const record = fc.record({
  I: orNull(fc.integer({ min: -1000, max: 1000 })),
  J: orNull(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  A: orNull(fc.oneof(decimal(7, 2), decimal(3, 3))),
  C: orNull(decimal(4, 1)),
  P: orNull(decimal(4, 1)),
  T: orNull(text),
  U: orNull(text),
  K: orNull(fc.constantFrom('Hot', 'Cold', 'hot')),
  M: orNull(fc.constantFrom('a', 'a;b', 'b;c', 'ab')),
  B: fc.boolean(),
  D: orNull(date),
  E: orNull(date),
  S: orNull(fc.integer({ min: -1e12, max: 4e12 })),
  Q: orNull(fc.integer({ min: 0, max: 86_399_999 })),
});

/** Formula texts of each type. */
const formulas = fc.letrec<{ number: string; bool: string; text: string; date: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('I', 'J', 'A', 'C', 'P', 'X', 'Y', 'Z', '0', '1', '2.5', '100', '0.1', 'NULL', '-3'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `(${a} / ${b})`),
    fc.tuple(fc.constantFrom('ABS', 'FLOOR', '-'), tie('number')).map(([name, a]) => `${name}(${a})`),
    fc.tuple(fc.constantFrom('MAX', 'MIN'), tie('number'), tie('number')).map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('number'), fc.constantFrom('7', '0.5', '-3')).map(([a, b]) => `MOD(${a}, ${b})`),
    fc.tuple(fc.constantFrom('ROUND', 'TRUNC'), tie('number'), fc.constantFrom('0', '1', '2')).map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('bool'), tie('number'), tie('number')).map(([a, b, c]) => `IF(${a}, ${b}, ${c})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `BLANKVALUE(${a}, ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `CASE(K, "Hot", ${a}, "Cold", 3, ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `CASE(${a}, 1, 10, I, ${b}, -1)`),
    fc.tuple(tie('date'), tie('date')).map(([a, b]) => `(${a} - ${b})`),
    fc.tuple(fc.constantFrom('YEAR', 'MONTH', 'DAY', 'WEEKDAY'), tie('date')).map(([name, a]) => `${name}(${a})`),
    fc.constantFrom('LEN(T)', 'FIND("a", T)', 'LEN(U)'),
    fc.constantFrom('(NOW() - S)', '(S - DATETIMEVALUE("2026-01-31 12:00:00"))', '(Q - TIMEVALUE("12:00:00.000"))'),
  ),
  bool: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'B',
      'TRUE',
      'ISPICKVAL(K, "Hot")',
      'ISPICKVAL(K, "")',
      'INCLUDES(M, "a")',
      'INCLUDES(M, "b;c")',
      'S > NOW()',
      'ISBLANK(S)',
      'B = TRUE',
    ),
    fc.tuple(tie('number'), fc.constantFrom('=', '<>', '<', '<=', '>', '>='), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('text'), fc.constantFrom('=', '<>'), tie('text')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('date'), fc.constantFrom('=', '<>', '<', '>='), tie('date')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('bool'), tie('bool')).map(([name, a, b]) => `${name}(${a}, ${b})`),
    tie('bool').map((a) => `NOT(${a})`),
    fc.tuple(fc.constantFrom('ISBLANK', 'ISNULL'), fc.oneof(tie('number'), tie('text'), tie('date'))).map(([name, a]) => `${name}(${a})`),
    fc.tuple(fc.constantFrom('CONTAINS', 'BEGINS'), tie('text'), tie('text')).map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([a, b, c]) => `IF(${a}, ${b}, ${c})`),
  ),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'T',
      'U',
      '"a"',
      '"Acme"',
      '""',
      'TEXT(K)',
      'TEXT(I)',
      'TEXT(D)',
      'LEFT(T, 2)',
      'RIGHT(U, 3)',
      'MID(T, 2, 2)',
      'UPPER(T)',
      'LOWER(U)',
      'BR()',
    ),
    fc.tuple(tie('text'), fc.constantFrom('&', '+'), tie('text')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('bool'), tie('text'), tie('text')).map(([a, b, c]) => `IF(${a}, ${b}, ${c})`),
    fc.tuple(fc.constantFrom('BLANKVALUE', 'NULLVALUE'), tie('text'), tie('text')).map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `CASE(T, "Acme", ${a}, "a", "x", ${b})`),
  ),
  date: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('D', 'E', 'TODAY()', 'DATE(2026, 2, 28)', 'DATEVALUE("2025-12-31")'),
    fc.tuple(tie('date'), fc.constantFrom('+', '-'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('bool'), tie('date'), tie('date')).map(([a, b, c]) => `IF(${a}, ${b}, ${c})`),
    fc.tuple(tie('date'), tie('date')).map(([a, b]) => `BLANKVALUE(${a}, ${b})`),
  ),
}));
const blanksAs = fc.constantFrom('zero' as const, 'blank' as const);

describe('formulas as SQL', () => {
  const bench = new SqlBench();
  let pure = 0;
  let compared = 0;

  for (const [type, options] of [
    ['number', { scale: 2 }],
    ['number', {}],
    ['number', { scale: 1, percent: true }],
    ['bool', {}],
    ['text', {}],
    ['date', {}],
  ] as const) {
    it(`gives what the formula gives: ${type} ${JSON.stringify(options)}`, () => {
      fc.assert(
        fc.property(formulas[type], blanksAs, fc.array(record, { minLength: 4, maxLength: 4 }), (source, blanks, rows) => {
          bench.fill(rows);
          const result = comparison(source, { ...options, blanksAs: blanks });
          if (result?.pure === true) pure += 1;
          for (const [fromSql, fromFormula] of result?.pairs ?? []) {
            compared += 1;
            assert.deepEqual(fromSql, fromFormula);
          }
        }),
        { numRuns: 400 },
      );
    });
  }

  /** Undefined for a formula that the platform would not take. */
  function comparison(source: string, options: FormulaOptions): ReturnType<SqlBench['compare']> | undefined {
    try {
      return bench.compare(source, options);
    } catch (error) {
      if (error instanceof FormulaError) return undefined;
      throw error;
    }
  }

  it('was found for many formulas and rows', () => {
    assert.ok(pure > 700 && compared > 1000, `${pure} formulas, ${compared} rows`);
  });
});
