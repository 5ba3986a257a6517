import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestFailures, tapFailures, type Failure } from './failures';
import type { Counting, Step } from './steps';

/** How many tests of a step did what; a check counts as one. */
export interface StepResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What failed, by name. */
  readonly failures: readonly Failure[];
}

/** Runs one step on the project's Node with its output on this terminal, and counts its results. */
export async function runStep(step: Step, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-test-'));
  const report = join(folder, 'report');
  const startedAt = performance.now();
  try {
    const exitCode = await run([...withReport(step, report)], { ...env, ...step.env });
    const text = readReport(report);
    const counts = count(step.counting, text, exitCode);
    // A runner that fails without a failed test (a file that does not load, say) has failed all the same.
    const failed = exitCode !== 0 && counts.failed === 0 ? 1 : counts.failed;
    return { name: step.name, ...counts, failed, seconds: (performance.now() - startedAt) / 1000, failures: failures(step.counting, text) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withReport(step: Step, report: string): readonly string[] {
  if (step.counting === 'check') return step.args;
  if (step.counting === 'jest') return [...step.args, '--json', `--outputFile=${report}`];
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  const at = step.args.indexOf('--test');
  return [...step.args.slice(0, at), ...reporters, ...step.args.slice(at)];
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

function failures(counting: Counting, report: string): readonly Failure[] {
  if (counting === 'check') return [];
  return counting === 'jest' ? jestFailures(report) : tapFailures(report);
}

function count(counting: Counting, text: string, exitCode: number): { passed: number; failed: number; skipped: number } {
  if (counting === 'check') return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  if (counting === 'jest') return jestCounts(text);
  const figure = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'mu').exec(text)?.[1] ?? 0);
  return { passed: figure('pass'), failed: figure('fail') + figure('cancelled'), skipped: figure('skipped') };
}

function jestCounts(text: string): { passed: number; failed: number; skipped: number } {
  if (text === '') return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
}

function readReport(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
