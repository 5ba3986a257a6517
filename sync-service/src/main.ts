import { runCommand } from './cli/program.ts';
import { bearBrokenStreams } from './cli/standardStreams.ts';
import { progressFor } from './progress/terminalProgress.ts';
import { printable } from './printable.ts';

/** The command `customer-pulse`. @returns its exit code */
export async function main(argv: readonly string[]): Promise<number> {
  const outputProblem = bearBrokenStreams(process.stdout, process.stderr);
  const exitCode = await runCommand(argv, {
    environment: process.env,
    print: (text) => console.log(printable(text)),
    printError: (text) => console.error(printable(text)),
    progress: progressFor(process.stderr),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: (await import('./cli/ask.ts')).terminalAsk } : {}),
  });
  const problem = await outputProblem();
  if (problem === undefined || exitCode !== 0) return exitCode;
  console.error(`Standard output cannot be written: ${problem}`);
  return 1;
}
