import { join } from 'node:path';
import { z } from 'zod';
import type { AppStage, AppStageInput } from './appStage.ts';
import { buildInProcess } from './buildProcess.ts';
import { readBuild, writeBuild } from './cachedBuilds.ts';
import { contentHash, sourceTexts } from './contentHash.ts';
import { browserFolder, buildFolder } from './folders.ts';
import { toolVersions } from './toolVersions.ts';

const manifestSchema = z.object({
  entries: z.record(z.string(), z.string()),
  vendorSpecifiers: z.array(z.string()),
  preloads: z.record(z.string(), z.array(z.string())),
});

/** A finished app stage and where its files lie. */
export interface AppBuild extends AppStage {
  readonly folder: string;
}

/** The app stage for these sources: from the cache when nothing changed, else built now. */
export async function appBuild(input: AppStageInput, cacheFolder: string): Promise<AppBuild> {
  const folder = join(cacheFolder, 'app', await sourcesHash(input));
  const cached = await readBuild(folder, manifestSchema);
  if (cached !== undefined) return { ...cached, folder };
  return { ...(await writeBuild(folder, (workFolder) => build(input, workFolder))), folder };
}

function build({ schema, labels, modules, pageBundles }: AppStageInput, folder: string): Promise<AppStage> {
  return buildInProcess({
    stage: 'app',
    objects: [...schema.objects.values()],
    labels,
    modulesFolder: modules.folder,
    pageBundles,
    folder,
  });
}

/** A name for all that decides what a build of these sources looks like. */
export async function sourcesHash(input: AppStageInput): Promise<string> {
  const [tools, build, browser] = await Promise.all([toolVersions(), sourceTexts(buildFolder), sourceTexts(browserFolder)]);
  const fields = [...input.schema.objects.values()].flatMap((object) => [
    object.name,
    ...[...object.fields.values()].map((field) => field.name),
  ]);
  return contentHash([...tools, ...build, ...browser, ...input.modules.texts, ...fields, ...input.pageBundles, ...input.labels.keys()]);
}
