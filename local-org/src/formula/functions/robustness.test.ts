import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { FormulaRunError } from '../errors.ts';
import { evaluate } from '../testing/evaluate.ts';

/** One formula of each kind of argument; what numbers and texts they meet is drawn at random. */
const FORMULAS = [
  'N__c + M__c * N__c - M__c',
  'N__c / M__c',
  'N__c ^ M__c',
  'MOD(N__c, M__c)',
  'ROUND(N__c, M__c) + TRUNC(N__c, M__c)',
  'CEILING(N__c) + FLOOR(N__c) + MCEILING(N__c) + MFLOOR(N__c)',
  'EXP(N__c) * EXP(M__c)',
  'SQRT(N__c) + LN(M__c) + LOG(N__c)',
  'DATE(N__c, M__c, N__c)',
  'TODAY() + N__c - M__c',
  'NOW() - N__c',
  'TEXT(NOW() + N__c)',
  'TEXT(TODAY() + N__c)',
  'ADDMONTHS(TODAY(), N__c)',
  'ADDMONTHS(NOW(), N__c)',
  'TIMENOW() + N__c',
  'FROMUNIXTIME(N__c)',
  'FORMATDURATION(N__c)',
  'CHR(N__c)',
  'TEXT(N__c * M__c)',
  'LEFT(T__c, N__c) & RIGHT(T__c, M__c) & MID(T__c, N__c, M__c)',
  'LPAD(T__c, N__c, U__c) & RPAD(T__c, M__c)',
  'FIND(T__c, U__c, N__c)',
  'SUBSTITUTE(T__c, U__c, T__c)',
  'VALUE(T__c)',
  'REGEX(T__c, U__c)',
  'DATEVALUE(T__c)',
  'DATETIMEVALUE(T__c)',
  'TIMEVALUE(T__c)',
  'UPPER(T__c, U__c) & INITCAP(T__c) & REVERSE(U__c)',
] as const;

const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -1, 1e9, -1e12, 1e300, 5e-324),
  fc.constant(null),
);
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('2026-02-31', '99999999999', '(a+)+$', '\\', '1e999', '\u0130', 'xx_YY'),
  fc.constant(null),
);

it('any value gives a result or a run-time error, nothing else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FORMULAS),
      numbers,
      numbers,
      texts,
      texts,
      fc.constantFrom('zero', 'blank'),
      (source, n, m, t, u, blanksAs) => {
        const fields = {
          N__c: { type: 'double', value: n },
          M__c: { type: 'double', value: m },
          T__c: { type: 'string', value: t },
          U__c: { type: 'string', value: u },
        } as const;
        try {
          const result = evaluate(source, fields, { blanksAs });
          assert.ok(typeof result !== 'number' || Number.isFinite(result), `${source} gave ${String(result)}`);
        } catch (error) {
          assert.ok(error instanceof FormulaRunError, `${source} of ${JSON.stringify([n, m, t, u])}: ${String(error)}`);
        }
      },
    ),
    { numRuns: 5000 },
  );
});
