import { spawn } from 'node:child_process';
import { asService } from '../local-org/integrationUser';
import type { FirstRun } from './firstData';

/**
 * Runs `customer-pulse import` with its progress on this terminal.
 * @throws Error when the command fails; it has said why itself
 */
export function importAnswers(run: FirstRun, file: string, mapping?: string): Promise<void> {
  const args = [
    'sync-service/bin/customer-pulse.js',
    'import',
    file,
    '--data',
    run.serviceFolder,
    ...(mapping === undefined ? [] : ['--mapping', mapping]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: asService(run.orgEnv) });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The answers could not be loaded (see above). Start again to go on where this stopped.'));
    });
  });
}
