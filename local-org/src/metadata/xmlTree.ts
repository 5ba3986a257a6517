import { SaxesParser } from 'saxes';

/**
 * One element of a metadata file. Order of siblings is kept, because Flow and
 * FlexiPage files give it a meaning.
 */
export interface XmlElement {
  readonly name: string;
  /** 1-based line on which the element starts. */
  readonly line: number;
  /** Attributes without namespace declarations, e.g. `xsi:type` -> `xsd:string`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, entities resolved; white space kept. */
  readonly text: string;
}

interface OpenElement {
  name: string;
  line: number;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** A file that is not well-formed XML; `line` is where the parser stopped. */
export class XmlSyntaxError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'XmlSyntaxError';
    this.line = line;
  }
}

/** Deeper than any metadata nests; readers walk the tree by recursion, so a file must not choose the depth. */
const deepest = 100;
/** Larger than the largest profile; what one file may make of the server's memory. */
const mostElements = 2_000_000;

/**
 * Parses a metadata file.
 * @throws XmlSyntaxError when the text is not well formed, declares a DTD
 * (entities are how XML bombs are made, and metadata files never need them),
 * or nests too deep or has too many elements to be metadata.
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let failure: XmlSyntaxError | undefined;

  parser.on('error', (error) => {
    failure ??= new XmlSyntaxError(error.message.replace(/^\d+:\d+:\s*/u, ''), parser.line);
  });
  parser.on('doctype', () => {
    failure ??= new XmlSyntaxError('a DOCTYPE is not allowed in metadata', parser.line);
  });
  let elements = 0;
  parser.on('opentag', (tag) => {
    elements += 1;
    if (open.length >= deepest) throw new XmlSyntaxError(`elements are nested deeper than ${deepest}`, parser.line);
    if (elements > mostElements) throw new XmlSyntaxError(`there are more than ${mostElements} elements`, parser.line);
    open.push({ name: tag.name, line: parser.line, attributes: withoutNamespaces(tag.attributes), children: [], text: '' });
  });
  const addText = (text: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });

  parser.write(source).close();
  if (failure !== undefined) throw failure;
  if (root === undefined) throw new XmlSyntaxError('the file is empty', 1);
  return root;
}

function withoutNamespaces(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:')));
}

/** First child of that name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** All children of that name, in file order. */
export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** Trimmed text of the first child of that name; undefined when absent. */
export function childText(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text.trim();
}

/** Whether the child of that name says `true`. */
export function childFlag(element: XmlElement, name: string): boolean {
  return childText(element, name) === 'true';
}
