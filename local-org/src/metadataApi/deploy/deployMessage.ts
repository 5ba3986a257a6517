import { basename } from 'node:path/posix';
import type { ComponentProblem, ComponentResult } from '../../deployment/types.ts';
import type { PackageProblem } from '../package/packageContents.ts';

/** What became of one component, one message for each problem: Metadata API Developer Guide, "DeployMessage". */
export interface DeployMessage {
  readonly changed: boolean;
  readonly columnNumber?: number;
  /** Empty for package.xml and for what has no type. */
  readonly componentType: string;
  readonly created: boolean;
  /** ISO 8601 */
  readonly createdDate: string;
  readonly deleted: boolean;
  readonly fileName: string;
  readonly fullName: string;
  readonly id?: string;
  readonly lineNumber?: number;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly success: boolean;
}

/** Where the files of a message lie in the archive, and when it was written. */
export interface MessageContext {
  readonly prefix: string;
  readonly createdDate: string;
}

const unchanged = { changed: false, created: false, deleted: false } as const;

/** A manifest that was read; it counts as changed and has no type. */
export function manifestMessage(fileName: string, { prefix, createdDate }: MessageContext): DeployMessage {
  return { ...unchanged, changed: true, componentType: '', createdDate, fileName: prefix + fileName, fullName: fileName, success: true };
}

/** A problem found before the org saw the component. A warning is an error unless warnings are to be ignored. */
export function problemMessage(problem: PackageProblem, ignoreWarnings: boolean, { prefix, createdDate }: MessageContext): DeployMessage {
  const { kind, type, fullName, fileName, message, line } = problem;
  return {
    ...unchanged,
    componentType: type,
    createdDate,
    fileName: prefix + fileName,
    fullName,
    problem: message,
    problemType: kind,
    success: kind === 'Warning' && ignoreWarnings,
    ...(line === undefined ? {} : { lineNumber: line, columnNumber: 1 }),
  };
}

/** The messages of a component that the org took or refused. */
export function resultMessages(result: ComponentResult, context: MessageContext): readonly DeployMessage[] {
  const { success, problems } = result;
  // A component that failed is told by its errors; one that is fine by one message, or one for each warning.
  const told = success ? problems : problems.filter(({ kind }) => kind === 'Error');
  return told.length === 0 ? [resultMessage(result, undefined, context)] : told.map((problem) => resultMessage(result, problem, context));
}

function resultMessage(
  result: ComponentResult,
  problem: ComponentProblem | undefined,
  { prefix, createdDate }: MessageContext,
): DeployMessage {
  const { type, fullName, fileName, id, success, created, changed, deleted } = result;
  return {
    changed: success && changed,
    created: success && created,
    deleted: success && deleted,
    componentType: type,
    createdDate,
    fileName: prefix + fileName,
    // The platform names a deletion that found nothing by its manifest.
    fullName: problem !== undefined && isNotFound(problem.message) ? basename(fileName) : fullName,
    success,
    ...(id === undefined ? {} : { id }),
    ...(problem === undefined ? {} : { problem: problem.message, problemType: problem.kind }),
    ...(problem?.line === undefined ? {} : { lineNumber: problem.line, columnNumber: problem.column ?? 1 }),
  };
}

function isNotFound(message: string): boolean {
  return /^No \w+ named: .* found$/su.test(message);
}
