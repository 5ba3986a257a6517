#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that one too old is told so instead of failing on a type annotation.
const oldestNode = 24;
const running = Number(process.versions.node.split('.')[0]);

/** Megabytes of V8's space for new objects: a service that runs for months gains nothing from the default's 32. */
const newObjects = '--max-semi-space-size=4';

if (running < oldestNode) {
  console.error(`customer-pulse needs Node ${oldestNode} or newer; this is Node ${process.versions.node} (${process.execPath}).`);
  process.exitCode = 1;
} else {
  if (process.argv[2] === 'serve') inLittleMemory();
  await keepCompiledCode();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}

/** Starts again in the same process with the setting, which V8 takes only at its start. Where that is not possible it runs as it is. */
function inLittleMemory() {
  if (process.execArgv.some((flag) => flag.startsWith('--max-semi-space-size')) || typeof process.execve !== 'function') return;
  if (process.execArgv.some((flag) => /^--(inspect|cpu-prof|heap-prof|test)/.test(flag))) return;
  try {
    process.execve(process.execPath, [process.execPath, newObjects, ...process.execArgv, ...process.argv.slice(1)], process.env);
  } catch {
    // The same, in more memory.
  }
}

/** The second start is faster and needs no compiler in memory. Where the folder cannot be written Node does without. */
async function keepCompiledCode() {
  const { enableCompileCache } = await import('node:module');
  const { join } = await import('node:path');
  enableCompileCache(process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'customer-pulse'));
}
