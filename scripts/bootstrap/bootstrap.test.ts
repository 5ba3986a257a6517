import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

function bootstrap(args: readonly string[], before = ''): { exitCode: number | null; lines: readonly string[] } {
  const code = `${before}; process.argv = ['node', 'scripts/bootstrap.js', ...${JSON.stringify(args)}]; require('./scripts/bootstrap.js')`;
  const { status, stderr } = spawnSync(process.execPath, ['--eval', code], { encoding: 'utf8' });
  return { exitCode: status, lines: stderr.trim().split('\n') };
}

for (const version of ['18.20.8', '12.0.0']) {
  test(`given Node ${version}, when anything is started, then it is refused in one line that says what is needed`, () => {
    const { exitCode, lines } = bootstrap(['start'], `Object.defineProperty(process.versions, 'node', { value: '${version}' })`);
    assert.equal(exitCode, 1);
    assert.deepEqual(lines, [`Customer Pulse needs Node 20 or newer; this is Node ${version}. Install a newer Node and try again.`]);
  });
}

test('given a task that does not exist, then those that do are listed', () => {
  const { exitCode, lines } = bootstrap(['strat']);
  assert.equal(exitCode, 1);
  assert.match(lines.join('\n'), /^Unknown task "strat"\. There are: start, test, /u);
});

test('given the shell that npm runs a script in is killed, then the server below it stops too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bootstrap-'));
  // The trailing command keeps the shell from handing its own process over to node.
  const command = `"${process.execPath}" scripts/bootstrap.js local-org --port 0 --data "${folder}"; true`;
  const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const output = createInterface({ input: shell.stdout });
    await once(output, 'line');
    shell.kill('SIGTERM');
    // The pipe closes when the last process that holds it has ended.
    await once(output, 'close');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
