import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLocalOrgOptions } from './options';

test('given only a data folder, force-app is deployed and any port taken', () => {
  assert.deepEqual(readLocalOrgOptions(['--data', 'org'], '/here', '/project/force-app'), {
    dataFolder: '/here/org',
    port: 0,
    sourceFolder: '/project/force-app',
    passedOn: [],
  });
});

test('given another package and a moment, both are taken', () => {
  const args = ['--data', '/org', '--package', 'other', '--now', '2022-10-01', '--port', '8080'];
  assert.deepEqual(readLocalOrgOptions(args, '/here', '/project/force-app'), {
    dataFolder: '/org',
    port: 8080,
    sourceFolder: '/here/other',
    passedOn: ['--now', '2022-10-01'],
  });
});

test('given limits that local-org counts, they are handed on', () => {
  const args = ['--data', '/org', '--daily-api-requests', '500', '--session-minutes', '1'];
  const { passedOn } = readLocalOrgOptions(args, '/here', '/project/force-app');
  assert.deepEqual(passedOn, ['--session-minutes', '1', '--daily-api-requests', '500']);
});

test('given --empty, nothing is deployed', () => {
  assert.equal(readLocalOrgOptions(['--data', '/org', '--empty'], '/here', '/project/force-app').sourceFolder, undefined);
});

for (const [args, message] of [
  [[], /--data DIR is missing/u],
  [['--data', 'd', '--empty', '--package', 'p'], /contradict/u],
  [['--data', 'd', '--port', 'x'], /--port x is not a port/u],
] as const) {
  test(`given "${args.join(' ')}", the refusal names what is wrong`, () => {
    assert.throws(() => readLocalOrgOptions(args, '/here', '/f'), message);
  });
}
