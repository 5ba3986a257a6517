import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readCorpus, type CorpusCase } from './corpus.ts';
import { EXCEPTIONS, EXCLUDED_FUNCTIONS } from './exceptions.ts';
import { CaseRunner, meets } from './run.ts';

/** Salesforce's conformance data lies beside the project's folder, where it is at hand; it is not part of it. */
const CORPUS = path.resolve(import.meta.dirname, '../../../../../shared/formula-corpus/formulaTestV2.xml');
const PATHS = [
  { path: 'formula', blanksAs: 'zero' },
  { path: 'formulaNullAsNull', blanksAs: 'blank' },
] as const;

describe("Salesforce's conformance data", { skip: existsSync(CORPUS) ? false : 'no formula corpus beside the project' }, () => {
  const cases = existsSync(CORPUS) ? readCorpus(CORPUS).filter((test) => excludedFunction(test) === undefined) : [];

  for (const { path: executionPath, blanksAs } of PATHS) {
    it(`gives the results of the path ${executionPath} (blanks as ${blanksAs})`, (t) => {
      const failures: string[] = [];
      let rows = 0;
      let excepted = 0;
      for (const test of cases) {
        const runner = new CaseRunner(test, blanksAs);
        const column = test.paths.indexOf(executionPath);
        for (const row of test.rows) {
          rows++;
          const outcome = runner.run(row);
          const expected = row.expected[column] ?? '';
          if (meets(outcome, expected, runner.formula.type)) continue;
          if (EXCEPTIONS.get(test.name)?.has(row.input ?? '') === true) excepted++;
          else failures.push(`${test.name}: ${test.formula} of ${row.input ?? 'nothing'} gave ${JSON.stringify(outcome)}, not ${expected}`);
        }
      }
      t.diagnostic(`${rows - excepted - failures.length} of ${rows} rows pass, ${excepted} are named exceptions`);
      assert.deepEqual(failures, []);
      assert.ok(rows > 5000, `only ${rows} rows were read`);
      assert.ok(excepted / rows < 0.005, `${excepted} exceptions are too many`);
    });
  }
});

function excludedFunction(test: CorpusCase): string | undefined {
  const names = [...test.formula.matchAll(/([A-Za-z_]\w*)\s*\(/g)].map((match) => (match[1] ?? '').toUpperCase());
  return names.find((name) => EXCLUDED_FUNCTIONS.has(name));
}
