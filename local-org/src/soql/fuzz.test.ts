import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { SalesforceError } from '../errors.ts';
import type { FieldValues } from '../schema/types.ts';
import { QueryOrg } from './testing/queryOrg.ts';

const WORDS = [
  ...[
    'SELECT',
    'Id',
    'Name',
    'FROM',
    'Visit__c',
    'Account',
    'WHERE',
    'AND',
    'OR',
    'NOT',
    'IN',
    'LIKE',
    '(',
    ')',
    ',',
    '.',
    '=',
    '!=',
    '<',
    "'a'",
  ],
  ...[
    'GROUP BY',
    'ROLLUP',
    'HAVING',
    'COUNT',
    'COUNT()',
    'SUM(Rating__c)',
    'ORDER BY',
    'DESC',
    'NULLS LAST',
    'LIMIT',
    '5',
    'OFFSET',
    'TODAY',
  ],
  ...[
    'LAST_N_DAYS:3',
    'Account__r',
    'Visits',
    '(SELECT Id FROM Visits)',
    'TYPEOF',
    'Owner',
    'WHEN',
    'User',
    'THEN',
    'END',
    'FIELDS(ALL)',
    'null',
  ],
  ...[
    'DISTANCE(',
    'GEOLOCATION(1, 2)',
    'toLabel(Mood__c)',
    'FORMAT(',
    'CALENDAR_YEAR(',
    'CreatedDate',
    '2020-01-01',
    'true',
    'a',
    'USD5',
    '\\',
    '--',
    ';',
  ],
];
const MOODS = ['Hot', 'Cold', 'hot'];

interface Visit extends FieldValues {
  Id: string;
  Name: string;
  Rating__c: number | null;
  Mood__c: string | null;
  Topics__c: string | null;
  Day__c: string | null;
  Done__c: boolean;
}

/** A condition as SOQL, and what it means for a record, written as plainly as possible. */
interface Plain {
  readonly soql: string;
  readonly holds: (visit: Visit) => boolean;
}

function compare(one: string | number | null, operator: string, other: string | number | null): boolean {
  if (one === null || other === null) return operator === '=' ? one === other : operator === '!=' ? one !== other : false;
  switch (operator) {
    case '=':
      return one === other;
    case '!=':
      return one !== other;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    default:
      return one >= other;
  }
}

const folded = (text: string | null): string | null => text?.toUpperCase() ?? null;
const quoted = (text: string | null): string => (text === null ? 'null' : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const name = fc.constantFrom('Anna', 'anna', 'Bo', 'b_o', 'bxo', '50%', "O'Brien", 'Øl');
const day = fc.constantFrom('2026-02-28', '2026-03-03', '2026-03-04', '2026-03-05', '2025-12-31');

const leaf: fc.Arbitrary<Plain> = fc.oneof(
  fc
    .tuple(operator, fc.integer({ min: -2, max: 3 }))
    .map(([op, n]): Plain => ({ soql: `Rating__c ${op} ${n}`, holds: (v) => compare(v.Rating__c, op, n) })),
  fc
    .tuple(fc.constantFrom('=', '!='), fc.constant(null))
    .map(([op]): Plain => ({ soql: `Rating__c ${op} null`, holds: (v) => compare(v.Rating__c, op, null) })),
  fc
    .tuple(operator, name)
    .map(([op, text]): Plain => ({ soql: `Name ${op} ${quoted(text)}`, holds: (v) => compare(folded(v.Name), op, folded(text)) })),
  fc.tuple(operator, day).map(([op, date]): Plain => ({ soql: `Day__c ${op} ${date}`, holds: (v) => compare(v.Day__c, op, date) })),
  // Half past midnight on 4 March in Copenhagen.
  operator.map((op): Plain => ({ soql: `Day__c ${op} TODAY`, holds: (v) => compare(v.Day__c, op, '2026-03-04') })),
  fc.boolean().map((flag): Plain => ({ soql: `Done__c = ${String(flag)}`, holds: (v) => v.Done__c === flag })),
  fc.tuple(fc.boolean(), fc.array(fc.option(fc.constantFrom(...MOODS)), { minLength: 1, maxLength: 3 })).map(([negated, moods]): Plain => {
    const has = (v: Visit): boolean => moods.some((mood) => folded(mood) === folded(v.Mood__c));
    return { soql: `Mood__c ${negated ? 'NOT ' : ''}IN (${moods.map(quoted).join(', ')})`, holds: (v) => has(v) !== negated };
  }),
  fc.constantFrom<Plain>(
    { soql: "Name LIKE 'b\\_o'", holds: (v) => folded(v.Name) === 'B_O' },
    { soql: "Name LIKE 'B_O'", holds: (v) => /^b.o$/iu.test(v.Name) },
    { soql: "Name LIKE '%\\%'", holds: (v) => v.Name.endsWith('%') },
    { soql: "Name LIKE 'A%'", holds: (v) => folded(v.Name)?.startsWith('A') === true },
    { soql: "Topics__c INCLUDES ('price;speed', 'help')", holds: (v) => has(v, 'price', 'speed') || has(v, 'help') },
    { soql: "Topics__c EXCLUDES ('price')", holds: (v) => !has(v, 'price') },
    { soql: 'Square__c > 3', holds: (v) => v.Rating__c !== null && v.Rating__c ** 2 > 3 },
    { soql: 'Square__c = null', holds: (v) => v.Rating__c === null },
  ),
);

function has({ Topics__c: topics }: Visit, ...wanted: readonly string[]): boolean {
  return wanted.every((topic) => topics?.split(';').includes(topic) === true);
}

const condition = fc.letrec<{ any: Plain }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('any'), tie('any')).map(([glue, one, other]): Plain => ({
      soql: `(${one.soql}) ${glue} (${other.soql})`,
      holds: (v) => (glue === 'AND' ? one.holds(v) && other.holds(v) : one.holds(v) || other.holds(v)),
    })),
    tie('any').map((inner): Plain => ({ soql: `NOT (${inner.soql})`, holds: (v) => !inner.holds(v) })),
  ),
})).any;

describe('any query', () => {
  const org = new QueryOrg();
  const visits: Visit[] = [];
  before(() => {
    const names = ['Anna', 'anna', 'Bo', 'b_o', 'bxo', '50%', "O'Brien", 'øl', 'Zoë'];
    for (let index = 0; index < 60; index += 1) {
      const pick = <T>(values: readonly T[], step: number): T => values[(index * step + (index >> 2)) % values.length] as T;
      const values = {
        Name: pick(names, 1),
        Rating__c: pick([null, -2, 0, 1, 2, 3, null], 3),
        Mood__c: pick([null, 'Hot', 'Cold', 'hot'], 5),
        Topics__c: pick([null, 'price', 'price;speed', 'help;price', 'speed'], 7),
        Day__c: pick([null, '2026-02-28', '2026-03-03', '2026-03-04', '2026-03-05', '2025-12-31'], 11),
        Done__c: index % 3 === 0,
      };
      visits.push({ Id: org.insert('Visit__c', values), ...values });
    }
  });

  it('is answered or refused in the platform’s words, whatever its text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')),
          fc.string({ maxLength: 80, unit: 'grapheme' }),
        ),
        (text) => {
          for (const query of [text, `SELECT Id FROM Visit__c WHERE ${text}`, `SELECT ${text} FROM Visit__c`]) {
            try {
              org.run(query);
            } catch (error) {
              if (!(error instanceof SalesforceError)) throw error;
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('gives the records that a plain reading of its condition gives', () => {
    fc.assert(
      fc.property(condition, ({ soql, holds }) => {
        const expected = visits.filter(holds).map(({ Id }) => Id);
        const query = `SELECT Id FROM Visit__c WHERE ${soql}`;
        assert.deepEqual(org.column(`${query} ORDER BY Id`, 'Id'), expected);
        assert.equal(org.run(query.replace('SELECT Id', 'SELECT COUNT()')).totalSize, expected.length);
        const cursor = org.queries.open(`${query} ORDER BY Id DESC`, org.user);
        assert.deepEqual(
          cursor.read(0, 7).map(({ id }) => id),
          [...expected].reverse().slice(0, 7),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('groups and sorts as a plain reading does', () => {
    fc.assert(
      fc.property(condition, fc.constantFrom('ASC', 'DESC'), fc.constantFrom('FIRST', 'LAST'), ({ soql, holds }, direction, nulls) => {
        const found = visits.filter(holds);
        const counts = new Map<string | null, number>();
        for (const { Mood__c: mood } of found) counts.set(folded(mood), (counts.get(folded(mood)) ?? 0) + 1);
        const groups = org.rows(`SELECT Mood__c, COUNT(Id) n FROM Visit__c WHERE ${soql} GROUP BY Mood__c`) as {
          Mood__c: string | null;
          n: number;
        }[];
        assert.deepEqual(new Map(groups.map(({ Mood__c: mood, n }) => [folded(mood), n])), counts);
        const sorted = org.column(
          `SELECT Rating__c FROM Visit__c WHERE ${soql} ORDER BY Rating__c ${direction} NULLS ${nulls}`,
          'Rating__c',
        );
        const known = found.flatMap(({ Rating__c: rating }) => rating ?? []).sort((a, b) => (direction === 'ASC' ? a - b : b - a));
        const blanks = Array.from({ length: found.length - known.length }, () => null);
        assert.deepEqual(sorted, nulls === 'FIRST' ? [...blanks, ...known] : [...known, ...blanks]);
      }),
      { numRuns: 200 },
    );
  });
});
