import { MetadataError } from '../../errors.ts';
import { OrgSchema } from '../../schema/orgSchema.ts';
import { buildSandboxStage } from '../lws/sandboxStage.ts';
import { buildAppStage } from './appStage.ts';
import type { BuildMessage, BuildTask } from './buildTask.ts';
import { modulesIn } from './packageModules.ts';
import { buildVendorStage } from './vendorStage.ts';

/** The process that builds one stage of the pages and ends. */
process.once('message', (task: BuildTask) => {
  run(task)
    .catch(asMessage)
    .then((message) => say(message, () => process.disconnect()))
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
});
// Nobody is left who waits for it.
process.once('disconnect', () => process.exit());

async function run(task: BuildTask): Promise<BuildMessage> {
  if (task.stage === 'vendor') {
    const stage = await buildVendorStage(task.specifiers, task.folder, (count) => say({ kind: 'module', count }));
    return { kind: 'vendor', stage };
  }
  const { objects, labels, modulesFolder, pageBundles, folder } = task;
  const input = { schema: new OrgSchema(objects), labels, modules: modulesIn(modulesFolder), pageBundles };
  if (task.stage === 'sandbox') return { kind: 'sandbox', stage: await buildSandboxStage(input, folder) };
  return { kind: 'app', stage: await buildAppStage(input, folder) };
}

function asMessage(error: unknown): BuildMessage {
  if (error instanceof MetadataError) return { kind: 'refused', problems: error.problems };
  return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function say(message: BuildMessage, then: () => void = () => undefined): void {
  process.send?.(message, then);
}
