import { MetadataError, type MetadataProblem } from '../errors.ts';
import { readFlow } from '../metadata/flow.ts';
import type { FlowDefinition } from '../metadata/flowTypes.ts';
import { filesOfType, type MetadataFile, type PackageSource } from '../metadata/packageSource.ts';
import { child, children, childText } from '../metadata/xmlTree.ts';
import type { Schema } from '../schema/types.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import { compileFlow } from './compileFlow.ts';
import { FlowProblems } from './problems.ts';

/** The flows of an org. */
export interface LoadedFlows {
  /** Active flows, checked and ready to run. */
  readonly active: readonly CompiledFlow[];
  /** Names of flows that are stored and not run: drafts and obsolete ones. */
  readonly inactive: readonly string[];
}

/**
 * Reads and checks every flow of a package.
 * @throws MetadataError with file, element and reason for everything that an active flow
 * says and that does not exist or is not run here
 */
export function loadFlows(source: PackageSource, schema: Schema): LoadedFlows {
  const files = filesOfType(source, 'Flow');
  const activeFiles = files.filter((file) => childText(file.root, 'status') === 'Active');
  const problems: MetadataProblem[] = [];
  const definitions = activeFiles.flatMap((file) => readOne(file, problems));
  const flows = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]));
  const compiled = new Map<string, CompiledFlow>();
  const world = { schema, labels: labelsOf(source), flows };
  for (const definition of definitions) {
    const found = new FlowProblems(definition.file);
    compiled.set(
      definition.name.toLowerCase(),
      compileFlow(definition, world, (name) => compiled.get(name.toLowerCase()), found),
    );
    problems.push(...found.found);
  }
  if (problems.length > 0) throw new MetadataError(problems);
  return { active: [...compiled.values()], inactive: files.filter((file) => !activeFiles.includes(file)).map((file) => file.name) };
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
