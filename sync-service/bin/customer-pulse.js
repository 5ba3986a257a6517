#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that one too old is told so instead of failing on a type annotation.
const oldestNode = 24;
const running = Number(process.versions.node.split('.')[0]);

/** Commands that move answers, perhaps for months. */
const movers = ['serve', 'import', 'backfill', 'pull', 'push'];

/**
 * Bounds of V8's heap in MB: without them it grows by the memory of the machine rather than by what is needed, which is about 50. The
 * second is far above that; it makes V8 tidy up sooner.
 */
const heapBounds = ['--max-semi-space-size=4', '--max-old-space-size=512'];

/**
 * For glibc's allocator, which else keeps what buffers have left behind: one arena, large buffers given back when they are freed (the
 * usual threshold, but fixed). Other systems ignore it.
 */
const allocator = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '262144' };

if (running < oldestNode) {
  console.error(`customer-pulse needs Node ${oldestNode} or newer; this is Node ${process.versions.node} (${process.execPath}).`);
  process.exitCode = 1;
} else {
  if (movers.includes(process.argv[2])) await inLittleMemory();
  await keepCompiledCode();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * Starts again in the same process with the bounds, which V8 takes only at its start. Who gives Node flags of their own, here or in
 * NODE_OPTIONS, is not interfered with; where it is not possible it runs as it is.
 */
async function inLittleMemory() {
  if (process.argv[2] === 'serve') {
    const { setFlagsFromString } = await import('node:v8');
    // Pages of the heap that got free go back to the system; a load from a file would take a third more processor time by it. Said
    // here, since a Node that does not know it would not start with it.
    setFlagsFromString('--memory-saver-mode');
  }
  if (process.execArgv.length > 0 || process.env.NODE_OPTIONS || typeof process.execve !== 'function') return;
  try {
    process.execve(process.execPath, [process.execPath, ...heapBounds, ...process.argv.slice(1)], { ...allocator, ...process.env });
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
