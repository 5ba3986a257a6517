import { runCommand } from './cli/program.ts';
import { progressFor } from './progress/terminalProgress.ts';
import { printable } from './printable.ts';

/** The command `customer-pulse`. @returns its exit code */
export async function main(argv: readonly string[]): Promise<number> {
  return runCommand(argv, {
    environment: process.env,
    print: (text) => console.log(printable(text)),
    printError: (text) => console.error(printable(text)),
    progress: progressFor(process.stderr),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: (await import('./cli/ask.ts')).terminalAsk } : {}),
  });
}
