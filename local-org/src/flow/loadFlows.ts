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
import { FlowProblems } from './problems.ts';
import type { FlowWorld } from './scope.ts';
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
  const problems: MetadataProblem[] = [];
  const files = filesOfType(source, 'Flow');
  const otherFlows = new Map(files.flatMap((file) => storedOnly(file).map((why) => [file.name.toLowerCase(), why] as const)));
  const refusedFlows = new Map<string, string>();
  const definitions = files.flatMap((file) => {
    if (otherFlows.has(file.name.toLowerCase())) return [];
    const read = readOne(file, problems);
    if (read.length === 0) refusedFlows.set(file.name.toLowerCase(), 'refused itself');
    return read;
  });
  const actions = new ActionCatalog(source, schema, problems);
  const world: FlowWorld = {
    schema,
    labels: labelsOf(source),
    flows: new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition])),
    otherFlows: new Map([...otherFlows, ...refusedFlows]),
    actions,
    setup: readSetupNames(source),
  };
  const compiled = new Map<string, CompiledFlow>();
  for (const definition of definitions) {
    const found = new FlowProblems(definition.file);
    nameProblems(definition, found);
    const flow = compileFlow(definition, world, (name) => compiled.get(name.toLowerCase()), found);
    compiled.set(definition.name.toLowerCase(), flow);
    problems.push(...found.found);
  }
  for (const file of files) {
    const why = otherFlows.get(file.name.toLowerCase());
    if (why !== undefined) warn({ file: file.path, line: file.root.line, message: `this flow is ${why}: stored, not run`, warning: true });
  }
  const errors = problems.filter((problem) => problem.warning !== true);
  if (errors.length > 0) throw new MetadataError(problems);
  for (const problem of problems) warn(problem);
  const inactive = files.filter((file) => otherFlows.has(file.name.toLowerCase())).map((file) => file.name);
  return { active: [...compiled.values()], inactive, actions };
}

const kindNames: Readonly<Record<string, string>> = {
  Flow: 'a screen flow',
  Workflow: 'a process of Process Builder',
  InvocableProcess: 'a process of Process Builder',
  CustomEvent: 'a process of Process Builder',
};

/** Why a flow is stored and not run; nothing for one that is run. */
function storedOnly({ root }: MetadataFile): string[] {
  const status = childText(root, 'status') ?? 'Draft';
  if (status !== 'Active') return [`not active (${status})`];
  const type = childText(root, 'processType');
  if (type === undefined || type === 'AutoLaunchedFlow') return [];
  return [kindNames[type] ?? `of the type ${type}`];
}

function readOne(file: MetadataFile, problems: MetadataProblem[]): FlowDefinition[] {
  try {
    return [readFlow(file)];
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

/** Texts of the custom labels, by lower-cased name. */
function labelsOf(source: PackageSource): Map<string, string> {
  const labels = filesOfType(source, 'CustomLabels').flatMap((file) => children(file.root, 'labels'));
  return new Map(labels.map((label) => [(childText(label, 'fullName') ?? '').toLowerCase(), child(label, 'value')?.text ?? '']));
}
