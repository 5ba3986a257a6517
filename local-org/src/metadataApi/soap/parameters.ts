import { child, children, childText, type XmlElement } from '../../metadata/xmlTree.ts';

/** The parameter of that name; jsforce writes `ZipFile` and `DeployOptions` with capitals, and the platform takes both. */
export function parameterElement(body: XmlElement, name: string): XmlElement | undefined {
  return child(body, name) ?? child(body, name.charAt(0).toUpperCase() + name.slice(1));
}

/** Its trimmed text; empty when it is not there. */
export function parameterText(body: XmlElement, name: string): string {
  return parameterElement(body, name)?.text.trim() ?? '';
}

export function parameterFlag(body: XmlElement, name: string): boolean {
  return parameterText(body, name) === 'true';
}

/** The texts of a repeated parameter. */
export function parameterTexts(body: XmlElement, name: string): readonly string[] {
  return children(body, name).map(({ text }) => text.trim());
}

/** An optional text member. */
export function memberText(element: XmlElement, name: string): string | undefined {
  const text = childText(element, name);
  return text === '' ? undefined : text;
}
