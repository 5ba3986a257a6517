import type { XmlElement } from './xmlTree.ts';

/**
 * An element as XML text on lines of its own, indented by four spaces as the
 * platform's files are. Text is written beside no children: metadata has no mixed content.
 * @param attributes added to the outermost element, e.g. its namespace
 */
export function writeXml(element: XmlElement, attributes: Readonly<Record<string, string>> = {}): string {
  const lines: string[] = [];
  write(element, '', attributes, lines);
  return `${lines.join('\n')}\n`;
}

function write(element: XmlElement, indent: string, extra: Readonly<Record<string, string>>, lines: string[]): void {
  const attributes = Object.entries({ ...extra, ...element.attributes }).map(([name, value]) => ` ${name}="${attributeText(value)}"`);
  const opening = `${indent}<${element.name}${attributes.join('')}`;
  if (element.children.length > 0) {
    lines.push(`${opening}>`);
    for (const child of element.children) write(child, `${indent}    `, {}, lines);
    lines.push(`${indent}</${element.name}>`);
  } else if (element.text === '') lines.push(`${opening}/>`);
  else lines.push(`${opening}>${elementText(element.text)}</${element.name}>`);
}

function elementText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function attributeText(text: string): string {
  return elementText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
