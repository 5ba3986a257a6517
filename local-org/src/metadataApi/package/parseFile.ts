import { parseXml, XmlSyntaxError, type XmlElement } from '../../metadata/xmlTree.ts';

/** What is wrong with a file's text; `message` as the platform says it. */
export class FileSyntaxError extends Error {
  readonly line: number;

  constructor(message: string, line: number, cause: unknown) {
    super(`Error parsing file: ${message}`, { cause });
    this.name = 'FileSyntaxError';
    this.line = line;
  }
}

/**
 * The root of an XML file.
 * @throws FileSyntaxError
 */
export function parseFile(content: Uint8Array): XmlElement {
  try {
    return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw new FileSyntaxError(error.message, error.line, error);
    if (error instanceof TypeError) throw new FileSyntaxError('the file is not UTF-8', 1, error);
    throw error;
  }
}
