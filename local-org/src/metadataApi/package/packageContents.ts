import type { Component, ComponentName, Deletion } from '../../deployment/types.ts';

/** Something wrong with a file or a component before the org has seen it. */
export interface PackageProblem {
  readonly kind: 'Error' | 'Warning';
  /** Empty when no type is to blame, as for package.xml. */
  readonly type: string;
  readonly fullName: string;
  /** Path below the package's root. */
  readonly fileName: string;
  readonly message: string;
  readonly line?: number;
}

/** A package read: what it asks of the org, and what is wrong with it. */
export interface PackageContents {
  /** In the order of the archive. */
  readonly components: readonly Component[];
  readonly deleteFirst: readonly Deletion[];
  readonly deleteLast: readonly Deletion[];
  readonly problems: readonly PackageProblem[];
  /** package.xml and the files of destructive changes, as far as they could be read. */
  readonly manifests: readonly string[];
}

/** Tells components apart. */
export function componentKey({ type, fullName }: ComponentName): string {
  return `${type}#${fullName.toLowerCase()}`;
}
