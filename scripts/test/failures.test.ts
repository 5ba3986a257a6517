import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jestFailures, tapFailures } from './failures';

const SOURCE = `
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
test('given a sum that is right, nothing is said', () => assert.equal(2, 1 + 1));
describe('given a group', () => {
  test('its wrong sum fails', () => assert.equal(3, 1 + 1));
});
test('given a plain error, it fails', () => { throw new Error('no such port'); });
`;

test('given a run of node with failed tests, when its report is read, then each is named once with place and reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failures-'));
  try {
    const file = join(folder, 'sums.test.mjs');
    writeFileSync(file, SOURCE);
    const env = { ...process.env };
    delete env['NODE_TEST_CONTEXT'];
    const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', file], { encoding: 'utf8', env });

    const failures = tapFailures(stdout);

    assert.equal(failures.length, 2);
    assert.match(failures[0] ?? '', /^its wrong sum fails \(.*sums\.test\.mjs:\d+:\d+\) : .*3 !== 2/u);
    assert.match(failures[1] ?? '', /^given a plain error, it fails \(.*sums\.test\.mjs:\d+:\d+\) : no such port/u);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('given a report of Jest, when it is read, then failed tests and files that do not load are named', () => {
  const passed = { status: 'passed', fullName: 'card is shown', failureMessages: [] };
  const failed = { status: 'failed', fullName: 'card has a name', failureMessages: ['expected "a"\n got "b"'] };
  const report = JSON.stringify({
    testResults: [
      { name: 'card.test.ts', message: 'one failed', assertionResults: [passed, failed] },
      { name: 'gone.test.ts', message: 'Cannot find module', assertionResults: [] },
    ],
  });

  assert.deepEqual(jestFailures(report), [
    'card has a name (card.test.ts) : expected "a" got "b"',
    '(does not load) (gone.test.ts) : Cannot find module',
  ]);
});
