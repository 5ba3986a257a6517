#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that one too old is told so instead of failing on a type annotation.
const oldestNode = 24;
const running = Number(process.versions.node.split('.')[0]);

if (running < oldestNode) {
  console.error(`customer-pulse needs Node ${oldestNode} or newer; this is Node ${process.versions.node} (${process.execPath}).`);
  process.exitCode = 1;
} else {
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
