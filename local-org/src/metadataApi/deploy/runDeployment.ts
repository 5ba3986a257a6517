import type { ComponentName, ComponentResult, Deletion, DeployOutcome, Deployments } from '../../deployment/types.ts';
import type { RequestUser } from '../../requestUser.ts';
import { readArchive } from '../archive/readArchive.ts';
import { componentKey, type PackageContents, type PackageProblem } from '../package/packageContents.ts';
import { packageRoots } from '../package/packageRoots.ts';
import { readPackage } from '../package/readPackage.ts';
import { metadataType } from '../types/metadataTypes.ts';
import { type DeployMessage, manifestMessage, type MessageContext, problemMessage, resultMessages } from './deployMessage.ts';
import type { DeployOptions } from './deployOptions.ts';
import type { DeployRecord } from './deployRecord.ts';

export interface DeploymentToRun {
  readonly zip: Uint8Array;
  readonly options: DeployOptions;
  readonly user: RequestUser;
  /** Time of the messages, ISO 8601. */
  readonly createdDate: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What `checkDeployStatus` tells once a deployment has ended. */
export type DeploymentResult = Pick<
  DeployRecord,
  'status' | 'successes' | 'failures' | 'numberComponentErrors' | 'numberComponentsDeployed' | 'numberComponentsTotal'
>;

/** One package of the archive, and where its files lie. */
interface ReadPackage {
  readonly prefix: string;
  readonly contents: PackageContents;
}

/**
 * Reads an archive and brings it into the org.
 * @throws ArchiveError when the archive cannot be read
 */
export async function runDeployment(deployments: Deployments, run: DeploymentToRun): Promise<DeploymentResult> {
  const { options } = run;
  const archive = await readArchive(run.zip);
  const packages = packageRoots(archive, options.singlePackage).map(({ prefix, files }) => ({
    prefix,
    contents: withoutDeletingNothing(deployments, readPackage(files, options)),
  }));
  run.signal.throwIfAborted();
  const refused = packages.some(({ contents }) => contents.problems.some((problem) => isRefusal(problem, options)));
  const outcome = await deploy(deployments, run, packages, refused);
  return summary(run, packages, outcome, refused);
}

/** Metadata API Developer Guide, "DeployOptions", ignoreWarnings: unless it is set, a warning is treated like an error. */
function isRefusal({ kind }: PackageProblem, { ignoreWarnings }: DeployOptions): boolean {
  return kind === 'Error' || !ignoreWarnings;
}

/** Deletions of what is not there become warnings: whether one counts as an error is for the options to say. */
function withoutDeletingNothing(deployments: Deployments, contents: PackageContents): PackageContents {
  const arriving = new Set(contents.components.map(componentKey));
  // What is the platform's own has no id, and nobody can delete it.
  const isThere = (deletion: Deletion): boolean =>
    [deletion, ...folderNamedBy(deletion)].some((name) => arriving.has(componentKey(name)) || (deployments.read(name)?.id ?? '') !== '');
  const missing = [...contents.deleteFirst, ...contents.deleteLast].filter((deletion) => !isThere(deletion));
  const problems = missing.map(({ type, fullName, fileName }): PackageProblem => {
    return { kind: 'Warning', type, fullName: fileName, fileName, message: `No ${type} named: ${fullName} found` };
  });
  return {
    ...contents,
    deleteFirst: contents.deleteFirst.filter(isThere),
    deleteLast: contents.deleteLast.filter(isThere),
    problems: [...contents.problems, ...problems],
  };
}

/** A member of Report or Dashboard may be the name of a folder of these. */
function folderNamedBy({ type, fullName }: Deletion): readonly ComponentName[] {
  const folderType = metadataType(type)?.folderType;
  return folderType === undefined ? [] : [{ type: folderType, fullName }];
}

const nothingToDo: DeployOutcome = { status: 'Succeeded', components: [] };

async function deploy(
  deployments: Deployments,
  { options, user, signal, onProgress }: DeploymentToRun,
  packages: readonly ReadPackage[],
  refused: boolean,
): Promise<DeployOutcome> {
  const components = packages.flatMap(({ contents }) => contents.components);
  const deleteFirst = packages.flatMap(({ contents }) => contents.deleteFirst);
  const deleteLast = packages.flatMap(({ contents }) => contents.deleteLast);
  if (components.length + deleteFirst.length + deleteLast.length === 0) return nothingToDo;
  const { rollbackOnError, ignoreWarnings, purgeOnDelete } = options;
  // What is refused already is still looked through, so that all problems are told at once.
  const checkOnly = options.checkOnly || (refused && rollbackOnError);
  return deployments.deploy({
    components,
    deleteFirst,
    deleteLast,
    checkOnly,
    rollbackOnError,
    ignoreWarnings,
    purgeOnDelete,
    user,
    signal,
    onProgress,
  });
}

function summary(run: DeploymentToRun, packages: readonly ReadPackage[], outcome: DeployOutcome, refused: boolean): DeploymentResult {
  const { createdDate, options } = run;
  const prefixes = prefixFinder(packages);
  const manifests = packages.flatMap(({ prefix, contents }) =>
    contents.manifests
      .filter((file) => !contents.problems.some(({ fileName, type }) => fileName === file && type === ''))
      .map((file) => manifestMessage(file, { prefix, createdDate })),
  );
  const problems = packages.flatMap(({ prefix, contents }) =>
    contents.problems.map((problem) => problemMessage(problem, options.ignoreWarnings, { prefix, createdDate })),
  );
  const results = outcome.components.flatMap((result) => resultMessages(result, { prefix: prefixes(result), createdDate }));
  const messages = [...manifests, ...problems, ...results];
  const failed = countOf(problems.filter(({ success }) => !success)) + outcome.components.filter(({ success }) => !success).length;
  const deployed = outcome.components.filter(({ success }) => success).length;
  return {
    status: finalStatus(outcome, refused, options, deployed),
    successes: messages.filter(({ success }) => success),
    failures: messages.filter(({ success }) => !success),
    numberComponentErrors: failed,
    numberComponentsDeployed: deployed,
    numberComponentsTotal: deployed + failed,
  };
}

function finalStatus(
  { status }: DeployOutcome,
  refused: boolean,
  { rollbackOnError }: DeployOptions,
  deployed: number,
): DeploymentResult['status'] {
  if (!refused) return status;
  return rollbackOnError || deployed === 0 || status === 'Failed' ? 'Failed' : 'SucceededPartial';
}

function countOf(messages: readonly DeployMessage[]): number {
  return new Set(messages.map(({ componentType, fullName }) => `${componentType}#${fullName}`)).size;
}

/** The folder that brought a component or its deletion. */
function prefixFinder(packages: readonly ReadPackage[]): (result: ComponentResult) => MessageContext['prefix'] {
  const [first] = packages;
  if (packages.length < 2) return () => first?.prefix ?? '';
  const prefixes = new Map<string, string>();
  for (const { prefix, contents } of packages) {
    for (const name of [...contents.components, ...contents.deleteFirst, ...contents.deleteLast]) prefixes.set(componentKey(name), prefix);
  }
  return (result) => prefixes.get(componentKey(result)) ?? '';
}
