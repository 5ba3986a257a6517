import { SaxesParser } from 'saxes';
import type { Problem } from './problem';

/** An element of a metadata file with its place in it. */
export interface XmlElement {
  readonly name: string;
  /** 1-based line of the opening tag. */
  readonly line: number;
  readonly children: XmlElement[];
  /** Text directly inside, untrimmed. */
  text: string;
}

/** A metadata file, parsed. */
export interface XmlFile {
  readonly path: string;
  readonly root: XmlElement;
}

/** The file as a tree, or what keeps it from being one. */
export function parseXml(path: string, content: string): XmlFile | Problem {
  const parser = new SaxesParser({ position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let broken: Problem | undefined;

  parser.on('error', (error) => {
    broken ??= { file: path, line: parser.line, message: `is not well-formed XML: ${error.message.replace(/^\d+:\d+: /u, '')}` };
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, line: parser.line, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(content).close();

  if (broken) return broken;
  if (!root) return { file: path, message: 'is empty' };
  return { path, root };
}

/** The text of the first child with that name, or undefined. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}
