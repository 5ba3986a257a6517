'use strict';
/* Plain JavaScript: it runs before anything is installed. */

const { spawn } = require('node:child_process');
const { installPackages } = require('./installPackages.js');
const { projectNode } = require('./projectNode.js');
const { TASKS } = require('./tasks.js');

const PARENT_CHECK_MS = 500;

/** Installs what is missing, then runs the task with the project's own Node and the same terminal. */
async function main() {
  const [task, ...args] = process.argv.slice(2);
  const command = TASKS[task];
  if (command === undefined) throw new Error(`Unknown task "${task}". There are: ${Object.keys(TASKS).join(', ')}.`);
  await installPackages();
  const node = projectNode();
  process.exitCode = await runInForeground(node.path, [...command, ...args], { ...process.env, PATH: node.searchPath });
}

/** Resolves with the exit code. Signals reach the child; this process waits for it to end in its own way. */
function runInForeground(path, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: 'inherit', env });
    // Ctrl-C goes to the whole terminal group, so the child has it already; `kill` reaches this process alone.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    whenOrphaned(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

/** `kill` of npm ends its shell and tells nobody below: being handed to another parent is the only sign. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, PARENT_CHECK_MS);
  watch.unref();
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
