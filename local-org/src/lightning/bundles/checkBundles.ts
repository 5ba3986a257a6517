import { tellerOf, type Tell } from '../../metadata/tell.ts';
import { filesOfType, type PackageSource } from '../../metadata/packageSource.ts';
import { compiledFile } from './compiledFile.ts';
import { platformModule } from './platformModuleNames.ts';
import { scopedModule, type ScopedModuleWorld } from './scopedModules.ts';

/** A bundle as it was looked at. */
interface LookedAt {
  readonly metaPath: string;
  /** Other bundles that it imports, by name. */
  readonly bundles: ReadonlySet<string>;
  /** What it needs and local-org does not run. */
  readonly notRun: ReadonlySet<string>;
}

const compiledKinds = /\.(?:js|html|css)$/u;

/**
 * Compiles the LWC bundles and follows their imports.
 * @returns names of the bundles that run here. Others are right and need something that does not
 * run here, such as Apex: each is told as a warning; what the platform refuses is told as an error
 */
export function checkBundles(source: PackageSource, world: ScopedModuleWorld, tell: Tell): ReadonlySet<string> {
  const files = filesByBundle(source);
  const looked = new Map<string, LookedAt>();
  const names = new Set(filesOfType(source, 'LightningComponentBundle').map(({ name }) => name));
  for (const { path, name } of filesOfType(source, 'LightningComponentBundle')) {
    looked.set(name, lookAt(name, path, files.get(name) ?? new Map(), names, world, tell));
  }
  const needs = needsOf(looked);
  for (const [name, { metaPath }] of looked) {
    const missing = needs.get(name) ?? new Set();
    if (missing.size > 0) tellerOf(metaPath, tell).notRun(`the component c/${name} uses ${[...missing].join(', ')}`);
  }
  return new Set([...looked.keys()].filter((name) => (needs.get(name)?.size ?? 0) === 0));
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Files of each bundle by their path inside it. */
function filesByBundle({ contents }: PackageSource): ReadonlyMap<string, Files> {
  const bundles = new Map<string, Map<string, Uint8Array>>();
  for (const [path, content] of contents ?? []) {
    const [, bundle = '', inside = ''] = /^lwc\/([^/]+)\/(.+)$/u.exec(path) ?? [];
    if (bundle === '' || inside.startsWith('__')) continue;
    const files = bundles.get(bundle) ?? new Map<string, Uint8Array>();
    files.set(inside, content);
    bundles.set(bundle, files);
  }
  return bundles;
}

function lookAt(name: string, metaPath: string, files: Files, names: ReadonlySet<string>, world: ScopedModuleWorld, tell: Tell): LookedAt {
  const bundles = new Set<string>();
  const notRun = new Set<string>();
  if (!files.has(`${name}.js`) && !files.has(`${name}.css`) && !files.has(`${name}.html`)) {
    tellerOf(metaPath, tell).error(`Cannot find main file ${name}.js of the Lightning web component ${name}`);
  }
  for (const [inside, content] of files) {
    const path = `lwc/${name}/${inside}`;
    const fileName = inside.split('/').at(-1) ?? inside;
    if (!compiledKinds.test(inside)) {
      // Other files, such as notes and pictures, are part of a bundle and mean nothing to it.
      if (inside.endsWith('.ts')) notRun.add('TypeScript sources');
      continue;
    }
    const compiled = compiledFile(name, fileName, content);
    for (const { message, line } of compiled.errors) tell({ file: path, message, ...(line === undefined ? {} : { line }) });
    for (const specifier of compiled.imports) {
      const outcome = importOutcome(specifier, { name, inside, fileName }, files, names, world);
      if (outcome === 'not run') notRun.add(specifier);
      else if (outcome !== 'runs') tell({ file: path, message: outcome.refused, ...lineOf(specifier, content) });
      if (specifier.startsWith('c/')) bundles.add(specifier.slice(2));
    }
  }
  return { metaPath, bundles, notRun };
}

interface Importer {
  readonly name: string;
  readonly inside: string;
  readonly fileName: string;
}

function importOutcome(
  specifier: string,
  { name, inside, fileName }: Importer,
  files: Files,
  names: ReadonlySet<string>,
  world: ScopedModuleWorld,
): ReturnType<typeof scopedModule> {
  if (specifier.startsWith('.')) {
    return isInBundle(specifier, inside, files) ? 'runs' : { refused: `Cannot find module '${specifier}' in the bundle ${name}` };
  }
  if (specifier.startsWith('@salesforce/')) return scopedModule(specifier, fileName, world);
  if (specifier.startsWith('c/') && names.has(specifier.slice(2))) return 'runs';
  const [namespace = '', ...rest] = specifier.split('/');
  return platformModule(specifier) ?? { refused: `No MODULE named markup://${namespace}:${rest.join('/')} found : [markup://c:${name}]` };
}

/** The compiler adds imports of the template and the style sheets beside a file, whether they are there or not. */
function isInBundle(specifier: string, importer: string, files: Files): boolean {
  const folder = importer.includes('/') ? importer.slice(0, importer.lastIndexOf('/') + 1) : '';
  const path = new URL(`http://bundle/${folder}`);
  const wanted = new URL(specifier.replace(/\?.*$/u, ''), path).pathname.slice(1);
  if (['', '.js', '.ts'].some((ending) => files.has(`${wanted}${ending}`))) return true;
  const beside = importer.replace(/\.[^.]*$/u, '');
  return [`${beside}.html`, `${beside}.css`, `${beside}.scoped.css`].includes(wanted);
}

/** The first line on which the module is named. */
function lineOf(specifier: string, content: Uint8Array): { readonly line?: number } {
  const at = Buffer.from(content)
    .toString('utf8')
    .split('\n')
    .findIndex((line) => line.includes(specifier));
  return at < 0 ? {} : { line: at + 1 };
}

/** What each bundle needs and is not run, also through the bundles that it imports. */
function needsOf(looked: ReadonlyMap<string, LookedAt>): ReadonlyMap<string, ReadonlySet<string>> {
  const needs = new Map([...looked].map(([name, { notRun }]) => [name, new Set(notRun)]));
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, { bundles }] of looked) {
      const own = needs.get(name);
      for (const other of bundles) {
        if (own === undefined || own.has(`c/${other}`) || (needs.get(other)?.size ?? 0) === 0) continue;
        own.add(`c/${other}`);
        grown = true;
      }
    }
  }
  return needs;
}
