import { fork } from 'node:child_process';
import { join } from 'node:path';

/** A server that does nothing but run one statement a request. */
export interface BareReads {
  readonly url: string;
  stop(): void;
}

/** Starts it as a process of its own, like the org that it is compared with. */
export function startBareReads(orgFile: string): Promise<BareReads> {
  const child = fork(join(__dirname, 'bareReadServer.ts'), [orgFile], {
    execArgv: ['--require', 'ts-node/register'],
    env: { ...process.env, TS_NODE_PROJECT: join(__dirname, '..', 'tsconfig.json') },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error('The bare server ended before it was ready.'));
    });
    child.once('message', (url) => {
      if (typeof url === 'string') resolve({ url, stop: () => child.kill() });
    });
  });
}
