import { evaluateFunction, wrapDependency } from '@locker/sandbox';
import type { LightningElement } from 'lwc';
import scopedValues from '@local-org/scopedValues';

/** What a sandboxed file exports: an AMD module that was not run yet. */
interface Definition {
  readonly dependencies: readonly string[];
  readonly factory: (...dependencies: unknown[]) => void;
}

type Exports = Record<string, unknown>;

/** The sandbox of a package is named after its namespace. */
const sandboxKey = 'c';

const loaded = new Map<string, Promise<Exports>>();

/**
 * The class of a component, evaluated inside Lightning Web Security.
 * @param name `c:customerPulse`
 * @throws Error when the build of the pages has not got it
 */
export async function loadSandboxed(name: string): Promise<typeof LightningElement> {
  const file = fileOf(`inside/${name.replace(':', '/')}`);
  if (file === undefined) throw new Error('It is not part of this build of the pages.');
  // The compiler makes the class the module's default export.
  return (await moduleOf(file))['default'] as typeof LightningElement;
}

/** The import map knows the files of the sandbox as well. */
function fileOf(specifier: string): string | undefined {
  try {
    return import.meta.resolve(specifier);
  } catch {
    return undefined;
  }
}

function moduleOf(file: string): Promise<Exports> {
  const known = loaded.get(file) ?? evaluated(file);
  loaded.set(file, known);
  return known;
}

/** Runs a file's factory inside the sandbox, once what it asks for is there. */
async function evaluated(file: string): Promise<Exports> {
  const { default: definition } = (await import(file)) as { readonly default: Definition };
  const exports: Exports = {};
  const dependencies = await Promise.all(definition.dependencies.map((name) => dependency(name, file, exports)));
  const run = evaluateFunction(sandboxKey, definition.factory, {}, `//# sourceURL=${file}`);
  Reflect.apply(run, undefined, dependencies);
  return exports;
}

async function dependency(name: string, from: string, exports: Exports): Promise<unknown> {
  if (name === 'exports') return exports;
  if (name === 'require') return requireFrom(from);
  if (name.startsWith('./')) return moduleOf(new URL(name, from).href);
  const outside = scopedValues[name] ?? ((await import(name)) as object);
  return wrapDependency(plainModule(name, outside), name, sandboxKey) as unknown;
}

const plainModules = new Map<string, object>();

/** AMD modules are plain objects; a module's namespace is not. */
function plainModule(name: string, namespace: object): object {
  const known = plainModules.get(name) ?? { ...namespace, __esModule: true };
  plainModules.set(name, known);
  return known;
}

/** What AMD makes of `import()`. */
function requireFrom(
  file: string,
): (names: readonly string[], resolve: (module: unknown) => void, reject: (error: unknown) => void) => void {
  return (names, resolve, reject) => {
    Promise.all(names.map((name) => dependency(name, file, {}))).then(([module]) => resolve(module), reject);
  };
}
