import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../config/loadConfig.ts';
import { asError, SetupError } from '../../errors.ts';
import type { CommandWorld } from '../world.ts';
import { askPlan } from './askPlan.ts';
import { configText } from './configText.ts';
import { variablesOf, type Plan, type PlannedSource } from './plan.ts';
import { sourceKeysOf, variableFor } from './sourceKeys.ts';

export interface InitFlags {
  readonly output: string;
  readonly loginUrl?: string;
  readonly clientId?: string;
  /** Each `name=kind`, or a kind that is its own name. */
  readonly source?: readonly string[];
  readonly watch?: string;
  readonly publicUrl?: string;
  readonly postgres?: boolean;
  readonly force?: boolean;
  readonly yes?: boolean;
}

const schemaFile = path.join(import.meta.dirname, '..', '..', '..', 'customer-pulse.schema.json');

/** Asks what is not given and writes the configuration, which is checked as the service would. */
export async function initCommand(flags: InitFlags, world: CommandWorld): Promise<number> {
  const file = path.resolve(flags.output);
  if (existsSync(file) && flags.force !== true)
    throw new SetupError(`${file} is there already. Say --force to replace it, or --output for another place.`);
  const given = planOf(flags);
  if (flags.yes !== true && world.ask === undefined)
    throw new SetupError(
      'There is nobody to ask here. Say --yes, and what you know: --login-url, --source name=kind, ... (customer-pulse init --help)',
    );
  const plan = flags.yes === true || world.ask === undefined ? given : await askPlan(given, world.ask);
  try {
    writeFileSync(file, configText(plan, schemaFile), { mode: 0o600 });
  } catch (thrown) {
    throw new SetupError(`${file} cannot be written: ${asError(thrown).message}`);
  }
  loadConfig({ file, environment: world.environment, withoutSecrets: true });
  const unset = variablesOf(plan).filter((name) => !world.environment[name]);
  world.print(
    [
      `Wrote ${file}.`,
      ...(unset.length === 0
        ? []
        : [
            'Set these variables where the service runs (they are secrets: not in a file that is shared):',
            ...unset.map((name) => `  ${name}`),
          ]),
      ...webhookLines(plan),
      'Then: customer-pulse doctor, which looks whether everything works, and customer-pulse serve.',
    ].join('\n'),
  );
  return 0;
}

/** Where platforms are told to send. */
function webhookLines({ sources, publicUrl }: Plan): readonly string[] {
  if (sources.length === 0) return [];
  const base = publicUrl?.replace(/\/+$/, '') ?? 'https://<where platforms reach the service>';
  return ['Webhooks of the platforms go to:', ...sources.map(({ name }) => `  ${base}/webhooks/${name}`)];
}

function planOf({ loginUrl, clientId, postgres, watch, publicUrl, source = [] }: InitFlags): Plan {
  return {
    ...{ postgres: postgres === true, sources: source.map(plannedSource) },
    ...(loginUrl === undefined ? {} : { loginUrl }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(watch === undefined ? {} : { watch }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
}

/** A source of which only name and kind are known: secrets come from variables of their own, the rest is to be filled in. */
function plannedSource(text: string): PlannedSource {
  const [name = '', kind = name] = text.split('=');
  const keys = sourceKeysOf(kind);
  const texts = keys.texts.map((key) => [key.name, key.name === 'url' ? 'https://example.com' : `(${key.description})`] as const);
  return {
    name: name.replace(/[^A-Za-z0-9._-]+/g, '-'),
    kind: keys.kind,
    secrets: Object.fromEntries(keys.secrets.map((key) => [key.name, variableFor(name, key.name)])),
    values: { ...Object.fromEntries(texts), ...(keys.needsRating ? { rating: { question: 'ID_OF_THE_QUESTION' } } : {}) },
  };
}
