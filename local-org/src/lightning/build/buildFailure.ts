import { resolve } from 'node:path';
import { MetadataError } from '../../errors.ts';
import { browserFolder } from './folders.ts';
import type { PackageModules } from './packageModules.ts';
import { UnresolvedImportError } from './unresolvedImports.ts';

/** What rollup and the LWC compiler put on the errors they throw. */
interface BuildFailure {
  readonly message: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number };
  readonly cause?: unknown;
}

/**
 * A failed build of the pages as a problem of the package, with the file that causes it.
 * A failure in our own browser sources keeps its shape: it is a bug here, not in the package.
 */
export function asMetadataError(error: unknown, modules: PackageModules): unknown {
  const unresolved = findUnresolved(error);
  if (unresolved !== undefined) {
    const file = packagePath(unresolved.importer, modules);
    return new MetadataError([{ file, element: `import "${unresolved.specifier}"`, message: unresolved.message }]);
  }
  if (!isBuildFailure(error)) return error;
  const place = error.loc?.file ?? error.id ?? placeInMessage(error.message);
  const file = place === undefined ? undefined : modules.pathInPackage(withoutQuery(place));
  if (file === undefined) return error;
  const line = error.loc?.line;
  return new MetadataError([{ file, message: error.message, ...(line === undefined ? {} : { line }) }]);
}

function findUnresolved(error: unknown): UnresolvedImportError | undefined {
  if (error instanceof UnresolvedImportError) return error;
  return error instanceof Error && error.cause !== undefined ? findUnresolved(error.cause) : undefined;
}

function packagePath(file: string, modules: PackageModules): string {
  const path = withoutQuery(file);
  return modules.pathInPackage(path) ?? path.replace(`${browserFolder}/`, 'pages: ');
}

function withoutQuery(file: string): string {
  return file.split('?')[0] ?? file;
}

/** Rollup names the importer of a file that it cannot load only in its message. */
function placeInMessage(message: string): string | undefined {
  const [, importer] = /imported by ([^)]+)\)/u.exec(message) ?? [];
  return importer === undefined ? undefined : resolve(importer);
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error;
}
