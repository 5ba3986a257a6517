import { placeOf } from '../deployment/componentTypes.ts';
import type { Component, Deletion } from '../deployment/types.ts';
import { parseXml } from '../metadata/xmlTree.ts';

/** A component as a deployment brings it, from the XML inside its root element and the texts of its files. */
export function component(type: string, fullName: string, inside: string, files: Readonly<Record<string, string>> = {}): Component {
  return {
    type,
    fullName,
    fileName: placeOf(type, fullName).path,
    root: parseXml(`<${type}>${inside}</${type}>`),
    files: Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) })),
  };
}

/** What a destructive change names. */
export function deletion(type: string, fullName: string): Deletion {
  return { type, fullName, fileName: 'destructiveChanges.xml' };
}
