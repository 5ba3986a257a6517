import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options';

test('given no options, the documented defaults hold', () => {
  assert.deepEqual(readOptions([], '/here'), { dataFolder: '/here/.customer-pulse', port: 8080, syncPort: 8081, demo: true });
});

test('given every option, each is taken, and paths start from the given folder', () => {
  const args = ['--data', 'd', '--port', '1', '--sync-port', '2', '--no-demo', '--answers', 'a.csv', '--mapping', 'm.json'];
  assert.deepEqual(readOptions(args, '/here'), {
    dataFolder: '/here/d',
    port: 1,
    syncPort: 2,
    demo: false,
    answers: { file: '/here/a.csv', mapping: '/here/m.json' },
  });
});

for (const [args, message] of [
  [['--port', 'x'], /--port x is not a port/u],
  [['--sync-port', '70000'], /--sync-port 70000 is not a port/u],
  [['--mapping', 'm.json'], /--answers FILE, which is missing/u],
  [['--prot', '1'], /Unknown option '--prot'/u],
] as const) {
  test(`given ${args.join(' ')}, the option is refused by name`, () => {
    assert.throws(() => readOptions(args, '/here'), { message });
  });
}
