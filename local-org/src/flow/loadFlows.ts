import { MetadataError, type MetadataProblem } from '../errors.ts';
import { readFlow } from '../metadata/flow.ts';
import type { FlowDefinition } from '../metadata/flowTypes.ts';
import { filesOfType, type MetadataFile, type PackageSource } from '../metadata/packageSource.ts';
import { child, children, childText } from '../metadata/xmlTree.ts';
import type { Schema } from '../schema/types.ts';
import { ActionCatalog } from './actions/catalog.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import { compileFlow } from './compileFlow.ts';
import { nameProblems } from './flowNames.ts';
import { FlowOverrides } from './overrides.ts';
import { FlowProblems } from './problems.ts';
import type { FlowWorld } from './scope.ts';
import { readScreenComponents } from './screens/screenComponents.ts';
import { readSetupNames } from './setupNames.ts';

/** The flows of an org. */
export interface LoadedFlows {
  /** Active flows, checked and ready to run. */
  readonly active: readonly CompiledFlow[];
  /** Names of flows that are stored and not run: drafts, and kinds that are not run here. */
  readonly inactive: readonly string[];
  /** What flows and clients can call. */
  readonly actions: ActionCatalog;
}

/**
 * Reads and checks every flow of a package.
 * @param warn told of what is stored and not run, and of what does no harm
 * @throws MetadataError with file, element and reason for everything that an active flow
 * says and that does not exist or is not run here
 */
export function loadFlows(source: PackageSource, schema: Schema, warn: (problem: MetadataProblem) => void = () => undefined): LoadedFlows {
  const files = filesOfType(source, 'Flow');
  const otherFlows = new Map(files.flatMap((file) => storedOnly(file).map((why) => [file.name.toLowerCase(), why] as const)));
  for (;;) {
    const loaded = loadAll(source, schema, files, otherFlows);
    const notRun = [...loaded.screensNotRun];
    if (notRun.length > 0) {
      // Whoever calls such a flow is looked at again, knowing that it is not run.
      for (const [name, why] of notRun) otherFlows.set(name, why);
      continue;
    }
    const { problems, active, actions } = loaded;
    for (const file of files) {
      const why = otherFlows.get(file.name.toLowerCase());
      if (why !== undefined)
        warn({ file: file.path, line: file.root.line, message: `this flow is ${why}: stored, not run`, warning: true });
    }
    if (problems.some((problem) => problem.warning !== true)) throw new MetadataError(problems);
    for (const problem of problems) warn(problem);
    const inactive = files.filter((file) => otherFlows.has(file.name.toLowerCase())).map((file) => file.name);
    return { active, inactive, actions };
  }
}

interface LoadAttempt {
  readonly problems: readonly MetadataProblem[];
  /** Without those in whose place others run. */
  readonly active: readonly CompiledFlow[];
  readonly actions: ActionCatalog;
  /** Screen flows that hold what is not run here, by lower-cased name, and what that is. */
  readonly screensNotRun: ReadonlyMap<string, string>;
}

function loadAll(
  source: PackageSource,
  schema: Schema,
  files: readonly MetadataFile[],
  otherFlows: ReadonlyMap<string, string>,
): LoadAttempt {
  const problems: MetadataProblem[] = [];
  const screensNotRun = new Map<string, string>();
  /** Nothing that runs depends on a screen flow, so one with anything that is not run here is stored. */
  const tell = (found: readonly MetadataProblem[], file: Pick<MetadataFile, 'name' | 'root'>): void => {
    const why = childText(file.root, 'processType') === 'Flow' ? reasonNotRun(found) : undefined;
    if (why === undefined) problems.push(...found);
    else screensNotRun.set(file.name.toLowerCase(), `a screen flow of which ${why}`);
  };
  const refusedFlows = new Map<string, string>();
  const running = files.filter((file) => !otherFlows.has(file.name.toLowerCase()));
  const definitions = running.flatMap((file) => {
    const read = readOne(file, (found) => tell(found, file));
    if (read.length === 0) refusedFlows.set(file.name.toLowerCase(), 'refused itself');
    return read.map((definition) => ({ definition, file }));
  });
  const actions = new ActionCatalog(source, schema, problems);
  const world: FlowWorld = {
    schema,
    labels: labelsOf(source),
    flows: new Map(definitions.map(({ definition }) => [definition.name.toLowerCase(), definition])),
    otherFlows: new Map([...otherFlows, ...refusedFlows]),
    actions,
    setup: readSetupNames(source),
    screenComponents: readScreenComponents(source),
    isComponent: componentNames(source),
  };
  const overrides = new FlowOverrides(world.flows);
  const compiled = new Map<string, CompiledFlow>();
  for (const { definition, file } of definitions) {
    const found = new FlowProblems(definition.file);
    nameProblems(definition, found);
    found.within('overriddenFlow', undefined, () => overrides.add(definition));
    const flow = compileFlow(definition, world, (name) => compiled.get(overrides.nameOf(name).toLowerCase()), found);
    compiled.set(definition.name.toLowerCase(), flow);
    tell(found.found, file);
  }
  const active = [...compiled.values()].filter(({ name }) => !overrides.isReplaced(name));
  return { problems, active, actions, screensNotRun };
}

/** What of a flow is not run here, when that is all that is the matter with it. */
function reasonNotRun(found: readonly MetadataProblem[]): string | undefined {
  const errors = found.filter((problem) => problem.warning !== true);
  const [first] = errors;
  if (first === undefined || !errors.every(({ message }) => message.includes('is not run by local-org'))) return undefined;
  return `${first.element ?? 'a part'} is not run here (${first.message})`;
}

function componentNames(source: PackageSource): (bundle: string) => boolean {
  const bundles = [...filesOfType(source, 'LightningComponentBundle'), ...filesOfType(source, 'AuraDefinitionBundle')];
  const names = new Set(bundles.map((file) => file.path.split('/').at(-2) ?? file.name));
  return (bundle) => names.has(bundle);
}

const kindNames: Readonly<Record<string, string>> = {
  Workflow: 'a process of Process Builder',
  InvocableProcess: 'a process of Process Builder',
  CustomEvent: 'a process of Process Builder',
};

/** Why a flow is stored and not run; nothing for one that is run. */
function storedOnly({ root }: MetadataFile): string[] {
  const status = childText(root, 'status') ?? 'Draft';
  if (status !== 'Active') return [`not active (${status})`];
  const type = childText(root, 'processType');
  if (type === undefined || type === 'AutoLaunchedFlow' || type === 'Flow') return [];
  return [kindNames[type] ?? `of the type ${type}`];
}

function readOne(file: MetadataFile, tell: (problems: readonly MetadataProblem[]) => void): FlowDefinition[] {
  try {
    return [readFlow(file)];
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    tell(error.problems);
    return [];
  }
}

/** Texts of the custom labels, by lower-cased name. */
function labelsOf(source: PackageSource): Map<string, string> {
  const labels = filesOfType(source, 'CustomLabels').flatMap((file) => children(file.root, 'labels'));
  return new Map(labels.map((label) => [(childText(label, 'fullName') ?? '').toLowerCase(), child(label, 'value')?.text ?? '']));
}
