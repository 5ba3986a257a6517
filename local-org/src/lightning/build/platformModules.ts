import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { nameOfLabel } from '../../metadata/customLabels.ts';
import type { Schema } from '../../schema/types.ts';
import { baseComponentsFolder } from './installedPackages.ts';
import { labelModule } from './pageWords.ts';
import { schemaModule } from './schemaModule.ts';
import { UnresolvedImportError } from './unresolvedImports.ts';

/** What `@salesforce/*` modules are made from. */
export interface PlatformModuleSources {
  readonly schema: Schema;
  /** Text of each custom label by name. */
  readonly labels: ReadonlyMap<string, string>;
}

const virtual = '\0platform:';

/** `@salesforce/label`, `@salesforce/schema` and the fixed part of `@salesforce/i18n`; the rest is refused by name. */
export function platformModules(sources: PlatformModuleSources): Plugin {
  return {
    name: 'platform-modules',
    resolveId(specifier, importer) {
      if (!specifier.startsWith('@salesforce/')) return null;
      const outcome = moduleText(specifier, sources);
      if ('refused' in outcome) throw new UnresolvedImportError(specifier, importer ?? '(entry)', outcome.refused);
      return 'file' in outcome ? outcome.file : `${virtual}${specifier}`;
    },
    load(id) {
      if (!id.startsWith(virtual)) return null;
      const outcome = moduleText(id.slice(virtual.length), sources);
      return 'text' in outcome ? outcome.text : null;
    },
  };
}

type ModuleOutcome = { readonly text: string } | { readonly file: string } | { readonly refused: string };

function moduleText(specifier: string, sources: PlatformModuleSources): ModuleOutcome {
  const [, kind = '', ...rest] = specifier.split('/');
  const name = rest.join('/');
  switch (kind) {
    case 'label':
      return customLabel(name, sources.labels);
    case 'schema':
      return schemaModule(name, sources.schema);
    case 'i18n':
      return localeModule(name);
    default:
      return { refused: `local-org has no @salesforce/${kind} modules` };
  }
}

/** Only whether there is such a label is asked here: its text comes with the page, in the language of whoever reads it. */
function customLabel(name: string, labels: ReadonlyMap<string, string>): ModuleOutcome {
  const label = name.startsWith('c.') ? nameOfLabel(labels, name.slice(2)) : undefined;
  return label === undefined
    ? { refused: `there is no custom label ${name.replace(/^c\./u, '')} in the package` }
    : { text: labelModule(label) };
}

function localeModule(name: string): ModuleOutcome {
  const file = localeFile(name);
  return file === undefined ? { refused: `local-org has no locale setting ${name}` } : { file };
}

/** The file behind `@salesforce/i18n/<name>`; undefined when there is none. */
export function localeFile(name: string): string | undefined {
  const file = join(baseComponentsFolder, 'scopedImports', `@salesforce-i18n-${name}.js`);
  return existsSync(file) ? file : undefined;
}
