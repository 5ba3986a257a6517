import { runCommand } from './cli/program.ts';
import { progressFor } from './progress/terminalProgress.ts';

/** The command `customer-pulse`. @returns its exit code */
export async function main(argv: readonly string[]): Promise<number> {
  return runCommand(argv, {
    environment: process.env,
    print: (text) => console.log(text),
    printError: (text) => console.error(text),
    progress: progressFor(process.stderr),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: (await import('./cli/ask.ts')).terminalAsk } : {}),
  });
}
