import { join } from 'node:path';
import { z } from 'zod';
import { buildInProcess } from './buildProcess.ts';
import { buildNames, readBuild, writeBuild } from './cachedBuilds.ts';
import { contentHash, sourceTexts } from './contentHash.ts';
import { appProvidedSpecifiers } from './appProvided.ts';
import { buildFolder } from './folders.ts';
import { toolVersions } from './toolVersions.ts';
import type { VendorStage } from './vendorStage.ts';

const manifestSchema = z.object({ tools: z.string(), entries: z.record(z.string(), z.string()), files: z.array(z.string()) });

/** A finished vendor stage. */
export interface VendorBuild extends VendorStage {
  readonly folder: string;
}

/**
 * The vendor stage for these specifiers: from the cache when a build with the
 * same tools has them all, else built now (some seconds).
 */
export async function vendorBuild(
  specifiers: readonly string[],
  cacheFolder: string,
  onModule: (count: number) => void,
): Promise<VendorBuild> {
  const folder = join(cacheFolder, 'vendor');
  const tools = contentHash([...(await toolVersions()), ...appProvidedSpecifiers(), ...(await sourceTexts(buildFolder))]);
  const cached = await findCached(folder, tools, specifiers);
  if (cached !== undefined) return cached;
  const target = join(folder, contentHash([tools, ...specifiers]));
  const { entries, files } = await writeBuild(target, async (workFolder) => ({
    tools,
    ...(await buildInProcess({ stage: 'vendor', specifiers, folder: workFolder }, onModule)),
  }));
  return { folder: target, entries, files };
}

async function findCached(folder: string, tools: string, specifiers: readonly string[]): Promise<VendorBuild | undefined> {
  for (const name of await buildNames(folder)) {
    const manifest = await readBuild(join(folder, name), manifestSchema);
    if (manifest?.tools === tools && specifiers.every((specifier) => specifier in manifest.entries)) {
      return { folder: join(folder, name), entries: manifest.entries, files: manifest.files };
    }
  }
  return undefined;
}
