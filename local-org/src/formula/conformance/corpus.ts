import { readFileSync } from 'node:fs';
import { parseXml, type XmlElement } from '../../metadata/xmlTree.ts';

/** A field of a test case; one with a `formula` is computed from other fields. */
export interface CorpusField {
  readonly name: string;
  readonly dataType: string;
  readonly formula: string | undefined;
}

export interface CorpusRow {
  /** Undefined where the case reads no fields. */
  readonly input: string | undefined;
  /** One expected result for each execution path. */
  readonly expected: readonly string[];
}

export interface CorpusCase {
  readonly name: string;
  readonly dataType: string;
  readonly formula: string;
  readonly paths: readonly string[];
  readonly fields: readonly CorpusField[];
  readonly rows: readonly CorpusRow[];
}

/** Results are parted by a comma and the indentation of the next line, which an attribute keeps as blanks. */
const SEPARATOR = /,\s{5,}/;

/** Reads Salesforce's conformance file. */
export function readCorpus(file: string): readonly CorpusCase[] {
  return parseXml(readFileSync(file, 'utf8')).children.map(readCase);
}

function readCase(element: XmlElement): CorpusCase {
  const { attributes } = element;
  return {
    name: attributes['testName'] ?? '',
    dataType: attributes['dataType'] ?? '',
    formula: attributes['formula'] ?? '',
    paths: (attributes['executionPaths'] ?? '').split(','),
    fields: element.children.filter((child) => child.name === 'referenceField').map(readField),
    rows: element.children.filter((child) => child.name === 'testData').map(readRow),
  };
}

function readField({ attributes }: XmlElement): CorpusField {
  return { name: attributes['fieldName'] ?? '', dataType: attributes['dataType'] ?? '', formula: attributes['formula'] };
}

function readRow({ attributes }: XmlElement): CorpusRow {
  const expected = (attributes['expectedOutput'] ?? '').split(SEPARATOR).map((text) => text.trim());
  return { input: attributes['input'], expected };
}
