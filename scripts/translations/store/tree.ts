import type { XmlElement } from '../../check-metadata/xmlFile';
import type { Ids, XmlPlace } from '../text';

/** An element to be written. */
interface Branch {
  readonly name: string;
  readonly ids: Ids;
  readonly texts: Map<string, string>;
  readonly branches: Branch[];
}

/** The text at a place; undefined when it is not there or blank (the platform writes an untranslated text as a comment). */
export function textAt(root: XmlElement, place: XmlPlace): string | undefined {
  let here: XmlElement | undefined = root;
  for (const { element, ids } of place.steps) {
    here = here.children.find((child) => child.name === element && hasIds(child, ids));
    if (here === undefined) return undefined;
  }
  const text = here.children.find((child) => child.name === place.leaf)?.text ?? '';
  return text.trim() === '' ? undefined : text;
}

/** Ids that are not asked for must not be there: a case value with an article is not the one without. */
function hasIds(element: XmlElement, ids: Ids): boolean {
  return ids.every(([name, value]) => (element.children.find((child) => child.name === name)?.text ?? '').trim() === value);
}

/** A file of the platform with the given texts, its elements in the order in which the platform writes them. */
export function fileWith(root: string, rootIds: Ids, texts: readonly (readonly [place: XmlPlace, text: string])[]): string {
  const trunk: Branch = { name: root, ids: rootIds, texts: new Map(), branches: [] };
  for (const [place, text] of texts) branchAt(trunk, place).texts.set(place.leaf, text);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">`];
  writeInside(trunk, '    ', lines);
  return `${[...lines, `</${root}>`].join('\n')}\n`;
}

function branchAt(trunk: Branch, place: XmlPlace): Branch {
  let here = trunk;
  for (const { element, ids } of place.steps) {
    const wanted = nameWithIds(element, ids);
    let next = here.branches.find((branch) => nameWithIds(branch.name, branch.ids) === wanted);
    if (next === undefined) {
      next = { name: element, ids, texts: new Map(), branches: [] };
      here.branches.push(next);
    }
    here = next;
  }
  return here;
}

const nameWithIds = (name: string, ids: Ids): string => [name, ...ids.flat()].join('\n');

function writeInside(branch: Branch, indent: string, lines: string[]): void {
  const leaves = [...branch.ids, ...branch.texts].map(([name, text]) => ({
    order: name,
    write: () => lines.push(`${indent}<${name}>${escaped(text)}</${name}>`),
  }));
  const inner = branch.branches.map((child) => ({
    order: nameWithIds(child.name, child.ids),
    write: () => {
      lines.push(`${indent}<${child.name}>`);
      writeInside(child, `${indent}    `, lines);
      lines.push(`${indent}</${child.name}>`);
    },
  }));
  for (const { write } of [...leaves, ...inner].sort((a, b) => compare(a.order, b.order))) write();
}

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** As the Salesforce CLI escapes what it retrieves. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}
