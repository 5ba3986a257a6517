import { basename, relative, sep } from 'node:path';
import type { XmlFile } from '../../check-metadata/xmlFile';
import { text } from '../../docs/packageFiles';

/** The files of a package with what is asked of them here. */
export interface PackageTexts {
  readonly files: readonly XmlFile[];
  /** Path of a file below the package folder, with forward slashes. */
  readonly pathOf: (file: XmlFile) => string;
}

/** @param folder `force-app/main/default` */
export function packageTexts(files: readonly XmlFile[], folder: string): PackageTexts {
  return { files, pathOf: (file) => relative(folder, file.path).split(sep).join('/') };
}

export function filesOf({ files }: PackageTexts, type: string): readonly XmlFile[] {
  return files.filter((file) => file.root.name === type);
}

/** Name of a file without folder and suffix; layouts keep their inner spaces and dashes. */
export function nameOf(file: XmlFile): string {
  return decodeURIComponent(basename(file.path).replace(/\.[A-Za-z]+-meta\.xml$/u, ''));
}

/** The object below whose folder a file lies. */
export function objectOf({ pathOf }: PackageTexts, file: XmlFile): string {
  return pathOf(file).split('/')[1] ?? '';
}

/** What people call an object: its label, or the name of a standard object. */
export function objectLabel(all: PackageTexts, object: string): string {
  const file = filesOf(all, 'CustomObject').find((candidate) => nameOf(candidate) === object);
  return file === undefined ? object : text(file.root, 'label') || object;
}
