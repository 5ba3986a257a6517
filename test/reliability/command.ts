import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from './org.ts';

const command = path.join(root, 'sync-service/bin/customer-pulse.js');

export interface Ended {
  /** undefined when it was killed. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** kill -9 */
  kill(): void;
}

/** Runs the real command `customer-pulse` in a process of its own, with nothing of this process's settings for an org or a store. @param stdout heard: the caller reads it itself */
export function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  stdout: 'kept' | 'heard' = 'kept',
): RunningCommand {
  const kept = Object.entries(process.env).filter(([name]) => !/^(SALESFORCE_|CUSTOMER_PULSE|DATABASE_URL|NODE_TEST)/.test(name));
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...Object.fromEntries(kept), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([stdout === 'kept' ? text(child.stdout) : '', text(child.stderr), once(child, 'close')]).then(
    ([said, stderr]) => ({
      exitCode: child.exitCode ?? undefined,
      stdout: said,
      stderr,
    }),
  );
  return { process: child, ended, kill: () => void child.kill('SIGKILL') };
}
