import type { Archive } from '../archive/readArchive.ts';
import { writeArchive } from '../archive/writeArchive.ts';

/** Files of a package by path. */
export type PackageFiles = Readonly<Record<string, string>>;

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** An XML file of that root. */
export function xmlFile(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace}>\n${content}\n</${root}>\n`;
}

/** A package.xml, or a file of destructive changes, with members by type. */
export function packageXml(members: Readonly<Record<string, readonly string[]>>, version = '66.0'): string {
  const types = Object.entries(members).map(
    ([name, names]) => `<types>${names.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`,
  );
  return xmlFile('Package', `${types.join('\n')}\n<version>${version}</version>`);
}

export function archiveOf(files: PackageFiles): Archive {
  return new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

export function zipOf(files: PackageFiles): Buffer {
  return Buffer.from(writeArchive(archiveOf(files)));
}

/** A custom object without parts, as its file holds it. */
export function objectXml(label: string, parts = ''): string {
  return xmlFile(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus>
    ${parts}
    <label>${label}</label>
    <nameField><label>Name</label><type>Text</type></nameField>
    <pluralLabel>${label}s</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>`,
  );
}

/** A text field in an object's file. */
export function fieldXml(name: string): string {
  return `<fields><fullName>${name}</fullName><label>${name}</label><length>40</length><type>Text</type></fields>`;
}
