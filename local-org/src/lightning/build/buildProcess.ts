import { fork } from 'node:child_process';
import { join } from 'node:path';
import { MetadataError } from '../../errors.ts';
import type { SandboxStage } from '../lws/sandboxStage.ts';
import type { AppStage } from './appStage.ts';
import type { BuildMessage, BuildTask } from './buildTask.ts';
import { buildFolder } from './folders.ts';
import type { VendorStage } from './vendorStage.ts';

interface Results {
  readonly app: AppStage;
  readonly sandbox: SandboxStage;
  readonly vendor: VendorStage;
}

/**
 * Builds a stage in a process of its own: bundler and compiler take some
 * hundred megabytes, which an org that runs on should not keep.
 * @param onModule told how many modules have been read
 * @throws MetadataError when the package is wrong
 */
export function buildInProcess<Stage extends keyof Results>(
  task: BuildTask & { readonly stage: Stage },
  onModule: (count: number) => void = () => undefined,
): Promise<Results[Stage]> {
  const child = fork(join(buildFolder, 'buildWorker.ts'), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The process that builds the pages ended before it was done.')));
    child.on('message', (message: BuildMessage) => {
      if (message.kind === 'module') onModule(message.count);
      else if (message.kind === 'refused') reject(new MetadataError(message.problems));
      else if (message.kind === 'failed') reject(new Error(message.message));
      // The worker answers with the stage that it was asked for.
      else resolve(message.stage as Results[Stage]);
    });
    child.send(task);
  });
}
