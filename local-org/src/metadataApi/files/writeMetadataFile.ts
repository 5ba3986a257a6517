import { writeXml } from '../../metadata/writeXml.ts';
import type { XmlElement } from '../../metadata/xmlTree.ts';

const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';

/** A metadata file as the platform writes it: declaration, namespaces on the root, four spaces. */
export function writeMetadataFile(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(root, namespacesOf(root))}`);
}

/** The tree keeps prefixed attributes such as `xsi:type="xsd:string"`, but not what declares the prefixes. */
function namespacesOf(root: XmlElement): Record<string, string> {
  const typed = usesTypes(root);
  const schema = typed ? { 'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' } : {};
  return { xmlns: metadataNamespace, ...schema };
}

function usesTypes({ attributes, children }: XmlElement): boolean {
  return Object.keys(attributes).some((name) => name.startsWith('xsi:')) || children.some(usesTypes);
}
