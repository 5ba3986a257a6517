import { join } from 'node:path';
import { z } from 'zod';
import { sourcesHash } from '../build/appCache.ts';
import type { AppStageInput } from '../build/appStage.ts';
import { buildInProcess } from '../build/buildProcess.ts';
import { readBuild, writeBuild } from '../build/cachedBuilds.ts';
import { contentHash, sourceTexts } from '../build/contentHash.ts';
import type { SandboxStage } from './sandboxStage.ts';

const files = z.record(z.string(), z.string());
const manifestSchema = z.object({ entries: files, sandboxed: files, loadedWith: z.record(z.string(), z.array(z.string())) });

/** A finished sandbox stage and where its files lie. */
export interface SandboxBuild extends SandboxStage {
  readonly folder: string;
}

/** The sandbox stage for these sources: from the cache when nothing changed, else built now. */
export async function sandboxBuild(input: AppStageInput, cacheFolder: string): Promise<SandboxBuild> {
  const ownSources = await sourceTexts(import.meta.dirname);
  const folder = join(cacheFolder, 'lws', contentHash([await sourcesHash(input), ...ownSources]));
  const cached = await readBuild(folder, manifestSchema);
  if (cached !== undefined) return { ...cached, folder };
  return { ...(await writeBuild(folder, (workFolder) => build(input, workFolder))), folder };
}

function build({ schema, labels, modules, pageBundles }: AppStageInput, folder: string): Promise<SandboxStage> {
  const objects = [...schema.objects.values()];
  return buildInProcess({ stage: 'sandbox', objects, labels, modulesFolder: modules.folder, pageBundles, folder });
}
