import path from 'node:path';
import { SetupError } from '../errors.ts';
import { Secret } from '../secret.ts';
import { findConfigFile, readConfigFile, type KeyPath } from './configFile.ts';
import { configSchema, type Config } from './configSchema.ts';
import { keysFromEnvironment } from './environmentKeys.ts';
import { filledIn, type Problem } from './fillIn.ts';
import { keyText, problemLine, problemsOf } from './problemText.ts';

export interface LoadOptions {
  /** As the option --config names it. */
  readonly file?: string | undefined;
  /** As the option --data names it: goes before everything else. */
  readonly data?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly workingFolder?: string;
  /** True: secrets that are not there are left blank, for commands that only look at the store. */
  readonly withoutSecrets?: boolean;
}

/** A configuration and where it came from. */
export interface LoadedConfig {
  /** Absolute path; undefined where there is no file. */
  readonly file: string | undefined;
  readonly config: Config;
}

/**
 * Puts the configuration together: defaults, then the file, then the environment, then options; and checks it as a whole.
 * @throws SetupError with one line for each key that is wrong, by line and key
 */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const { environment } = options;
  const workingFolder = options.workingFolder ?? process.cwd();
  const found = readConfigFile(findConfigFile(options.file, environment, workingFolder));
  const { keys, problems: variableProblems } = keysFromEnvironment(environment, configSchema);
  const folder = found.file === undefined ? workingFolder : path.dirname(found.file);
  const raw = structuredClone(found.value);
  for (const { keyPath, value } of keys) setKey(raw, keyPath, fromWorkingFolder(keyPath, value, workingFolder));
  if (options.data !== undefined) setKey(raw, dataKey, path.resolve(workingFolder, options.data));

  const problems: Problem[] = [];
  const filled = filledIn(raw, configSchema, { environment, folder, withoutSecrets: options.withoutSecrets === true, problems });
  if (environment['DATABASE_URL']) setKey(filled, ['store', 'databaseUrl'], new Secret(environment['DATABASE_URL'], 'DATABASE_URL'));
  const checked = configSchema.safeParse(filled, { reportInput: true });
  if (!checked.success) {
    // What is wrong with a place follows from what is missing in it.
    const said = new Set(problems.flatMap(({ keyPath }) => keyPath.map((_, index) => keyText(keyPath.slice(0, index + 1)))));
    problems.push(...problemsOf(checked.error.issues, configSchema, filled).filter(({ keyPath }) => !said.has(keyText(keyPath))));
  }
  const variables = new Map(keys.map(({ keyPath, variable }) => [keyText(keyPath), variable]));
  const lines = [...variableProblems, ...problems.map((problem) => problemLine(problem, found, variables))];
  if (lines.length > 0 || !checked.success) {
    throw new SetupError(`${whatIsWrong(found.file)}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  }
  return { file: found.file, config: withDataFolder(checked.data, workingFolder) };
}

const dataKey = ['store', 'data'] as const;

/** A path in a variable begins where the command runs, not where the file is. */
function fromWorkingFolder(keyPath: KeyPath, value: unknown, workingFolder: string): unknown {
  return keyText(keyPath) === keyText(dataKey) && typeof value === 'string' ? path.resolve(workingFolder, value) : value;
}

/** The default folder begins where the command runs. */
function withDataFolder(config: Config, workingFolder: string): Config {
  return { ...config, store: { ...config.store, data: path.resolve(workingFolder, config.store.data) } };
}

function whatIsWrong(file: string | undefined): string {
  return file === undefined ? 'The settings in the environment are not usable:' : `The configuration ${file} is not usable:`;
}

/** Sets a key of a tree of plain objects and lists; what stands in the way and is neither is replaced. */
function setKey(tree: unknown, keyPath: KeyPath, value: unknown): void {
  let node: unknown = tree;
  keyPath.forEach((key, index) => {
    if (typeof node !== 'object' || node === null) return;
    const last = index === keyPath.length - 1;
    const child: unknown = Reflect.get(node, key);
    const next: unknown = last
      ? value
      : typeof child === 'object' && child !== null
        ? child
        : typeof keyPath[index + 1] === 'number'
          ? []
          : {};
    Reflect.set(node, key, next);
    node = next;
  });
}
