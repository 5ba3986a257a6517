import { textOfLabel } from '../../metadata/customLabels.ts';
import { isMade } from '../../metadata/tell.ts';
import { schemaModule } from '../build/schemaModule.ts';
import { localeFile } from '../build/platformModules.ts';
import type { Schema } from '../../schema/types.ts';

/** What `@salesforce/*` imports are looked up in. */
export interface ScopedModuleWorld {
  readonly schema: Schema;
  /** Custom labels by name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Whether the org has a component of that type and name. */
  readonly has: (type: string, name: string) => boolean;
  /** Source of an Apex class; undefined when the org has none of that name. */
  readonly apexSource: (name: string) => string | undefined;
}

/** What becomes of an import: it runs, it is right and not run here, or the platform refuses it in these words. */
export type ImportOutcome = 'runs' | 'not run' | { readonly refused: string };

/** Looks at an import of `@salesforce/<kind>/<name>` in a file. */
export function scopedModule(specifier: string, fileName: string, world: ScopedModuleWorld): ImportOutcome {
  const [, kind = '', ...rest] = specifier.split('/');
  const name = rest.join('/');
  const invalid = (type: string): ImportOutcome => ({ refused: `Invalid reference ${name} of type ${type} in file ${fileName}` });
  const stored = (type: string, component: string): ImportOutcome => (world.has(type, component) ? 'not run' : invalid(kind));
  switch (kind) {
    case 'schema':
      return schemaReference(name, world.schema, invalid);
    case 'label':
      return labelReference(name, world.labels, invalid);
    case 'apex':
    case 'apexContinuation':
      return apexReference(name, world.apexSource);
    case 'resourceUrl':
      return stored('StaticResource', name);
    case 'contentAssetUrl':
      return stored('ContentAsset', name);
    case 'messageChannel':
      return stored('LightningMessageChannel', name.replace(/__c$/u, ''));
    case 'customPermission':
      return stored('CustomPermission', name);
    case 'i18n':
      return localeFile(name) === undefined ? invalid('i18n') : 'runs';
    case 'user':
      return name === 'Id' || name === 'isGuest' ? 'runs' : invalid('user');
    case 'client':
      return name === 'formFactor' ? 'runs' : invalid('client');
    case 'community':
    case 'site':
    case 'userPermission':
    case 'accessCheck':
    case 'gate':
    case 'internal':
      return 'not run';
    default:
      return invalid('module');
  }
}

type Invalid = (type: string) => ImportOutcome;

function schemaReference(name: string, schema: Schema, invalid: Invalid): ImportOutcome {
  const outcome = schemaModule(name, schema);
  if ('text' in outcome) return 'runs';
  // The platform has standard objects and fields that are not here.
  if (!isMade(outcome.missing)) return 'not run';
  return invalid(name.includes('.') ? 'sobjectField' : 'sobjectClass');
}

function labelReference(name: string, labels: ReadonlyMap<string, string>, invalid: Invalid): ImportOutcome {
  if (!/^c\./u.test(name)) return invalid('label');
  return textOfLabel(labels, name.slice(2)) !== undefined ? 'runs' : invalid('label');
}

function apexReference(name: string, apexSource: ScopedModuleWorld['apexSource']): ImportOutcome {
  // `refreshApex` and the like come from the module itself.
  if (name === '') return 'not run';
  const [className = '', method = ''] = name.split('.').slice(-2);
  const source = apexSource(className);
  if (source === undefined) return { refused: `Unable to find Apex action class referenced as '${className}'.` };
  const declares = new RegExp(String.raw`\b${method.replace(/\W/gu, '')}\s*\(`, 'iu').test(source);
  return declares ? 'not run' : { refused: `Unable to find Apex action method referenced as '${className}.${method}'.` };
}
