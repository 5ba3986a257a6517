import type { Plugin } from 'rollup';

/** An import that leads nowhere: the build stops, as a deploy to the platform would. */
export class UnresolvedImportError extends Error {
  readonly specifier: string;
  /** Absolute path of the importing file. */
  readonly importer: string;

  constructor(specifier: string, importer: string, reason: string) {
    super(`cannot resolve "${specifier}": ${reason}`);
    this.name = 'UnresolvedImportError';
    this.specifier = specifier;
    this.importer = importer;
  }
}

/** Must be the last plugin: what nobody resolved before it is refused with file and specifier. */
export function refuseUnresolved(): Plugin {
  return {
    name: 'refuse-unresolved',
    resolveId(specifier, importer) {
      throw new UnresolvedImportError(
        specifier,
        importer ?? '(entry)',
        'no such module in the package, the base components or the platform',
      );
    },
  };
}
