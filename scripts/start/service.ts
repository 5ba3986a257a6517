import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { asService } from '../local-org/integrationUser';
import type { FirstRun } from './firstData';

/** The part of a first run that a command of the sync service needs. */
type ServiceRun = Pick<FirstRun, 'orgEnv' | 'serviceFolder'>;

const COMMAND = 'sync-service/bin/customer-pulse.js';

/**
 * Runs `customer-pulse import` with its progress on this terminal.
 * @throws Error when the command fails; it has said why itself
 */
export function importAnswers(run: ServiceRun, file: string, mapping?: string): Promise<void> {
  const args = [COMMAND, 'import', file, '--data', run.serviceFolder, ...(mapping === undefined ? [] : ['--mapping', mapping])];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: asService(run.orgEnv) });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The answers could not be loaded (see above). Start again to go on where this stopped.'));
    });
  });
}

/**
 * Runs a command of the service without a word.
 * @throws Error with what it said when it fails
 */
export async function runQuietly(run: ServiceRun, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [COMMAND, ...args, '--data', run.serviceFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: asService(run.orgEnv),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return;
  const said = `${output}\n${complaint}`.trim();
  throw new Error(`customer-pulse ${args.join(' ')} failed:\n${said}\nStart again to go on where this stopped.`);
}

/** Lets the service recompute every figure; the org keeps the result as a Pulse Check. */
export function proveFigures(run: ServiceRun): Promise<void> {
  return runQuietly(run, ['verify', '--figures-only']);
}
