import loaders from '@local-org/pageComponents';
import type { LightningElement } from 'lwc';
import { pageSettings } from './settings.ts';
import { say, texts } from './texts.ts';

/** The class of a component of the org. */
export type ComponentClass = typeof LightningElement;

/** Loads a component of the org. @throws Error when the build of the pages has not got it */
export async function loadOrgComponent(name: string): Promise<ComponentClass> {
  const loaded = await load(name);
  components.set(name, loaded);
  return loaded;
}

/** The class of a component that was loaded before, at once; undefined for others. */
export function loadedOrgComponent(name: string): ComponentClass | undefined {
  return components.get(name);
}

const components = new Map<string, ComponentClass>();

async function load(name: string): Promise<ComponentClass> {
  if (pageSettings.sandboxed === true) return (await import('@local-org/sandbox')).loadSandboxed(name);
  const loaded = await loaders[name]?.();
  if (loaded === undefined) throw new Error('It is not part of this build of the pages.');
  return loaded.default;
}

/** What stands in the place of a component that failed. */
export function cannotBeShown(name: string, error: unknown): string {
  return say(texts.cannotBeShown, name, error instanceof Error ? error.message : String(error));
}
