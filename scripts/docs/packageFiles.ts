import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { childText, parseXml, type XmlElement, type XmlFile } from '../check-metadata/xmlFile';

/** Every metadata file below a folder, in the order of their paths. @throws Error for one that is not XML */
export function readPackage(folder: string): readonly XmlFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-meta.xml'));
  return names.sort().map((name) => {
    const path = join(folder, name);
    const file = parseXml(path, readFileSync(path, 'utf8'));
    if (!('root' in file)) throw new Error(`${path} ${file.message}`);
    return file;
  });
}

/** API name: the file's name up to the first dot. */
export function apiName(file: XmlFile): string {
  return basename(file.path).split('.')[0] ?? '';
}

export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The element at the end of a path of names; undefined when there is none. */
export function descend(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let here: XmlElement | undefined = element;
  for (const name of names) here = here?.children.find((child) => child.name === name);
  return here;
}

/** The trimmed text of the first child of that name; empty when there is none. */
export function text(element: XmlElement | undefined, name: string): string {
  return element === undefined ? '' : (childText(element, name) ?? '').trim();
}

/** Text that cannot break a table's cell. */
export function cell(value: string): string {
  return value.replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
