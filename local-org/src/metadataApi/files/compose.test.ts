import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseXml, type XmlElement } from '../../metadata/xmlTree.ts';
import { metadataType } from '../types/metadataTypes.ts';
import { compose } from './compose.ts';
import { decompose } from './decompose.ts';
import { writeMetadataFile } from './writeMetadataFile.ts';

const object = metadataType('CustomObject');
assert.ok(object);

function element(name: string, content: string | readonly XmlElement[]): XmlElement {
  const isText = typeof content === 'string';
  return { name, line: 1, attributes: {}, children: isText ? [] : content, text: isText ? content : '' };
}

/** Text that XML can carry; line breaks come back as they were. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((value) => !/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/u.test(value));

const part = fc
  .record({
    name: fc.constantFrom(...object.children.map((child) => child.element)),
    fullName: fc.stringMatching(/^[A-Z][A-Za-z_]{0,8}$/u),
    label: text,
  })
  .map(({ name, fullName, label }) => element(name, [element('fullName', fullName), element('label', label)]));

const own = fc
  .record({ name: fc.constantFrom('label', 'description', 'enableFeeds', 'actionOverrides', 'searchLayouts', 'nameField'), label: text })
  .map(({ name, label }) => element(name, label));

const objectFile = fc.array(fc.oneof(part, own), { maxLength: 25 }).map((children) => element('CustomObject', children));

/** The order in which the platform writes: by element, then by full name; what ties keeps its order. */
function ordered(root: XmlElement): XmlElement {
  const isPart = new Set(object?.children.map((child) => child.element));
  const keyOf = ({ name, children }: XmlElement): string => (isPart.has(name) ? (children[0]?.text ?? '') : '');
  const children = [...root.children].sort((one, other) => order(one.name, other.name) || order(keyOf(one), keyOf(other)));
  return { ...root, children };
}

function order(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function withoutLines({ name, attributes, children, text: inside }: XmlElement): unknown {
  return { name, attributes, children: children.map(withoutLines), text: children.length > 0 ? '' : inside };
}

describe('composing an object file', () => {
  it('given any object file, when it is taken apart and put together, then nothing is lost and nothing added', () => {
    fc.assert(
      fc.property(objectFile, (file) => {
        const { parent, children } = decompose(object, 'Thing__c', file);
        const composed = compose(
          object,
          parent,
          children.map(({ type, root }) => ({ type: type.name, root })),
        );
        assert.deepEqual(withoutLines(composed), withoutLines(ordered(file)));
      }),
    );
  });

  it('given any object file, when it is written and read, then it is the same', () => {
    fc.assert(
      fc.property(objectFile, (file) => {
        assert.deepEqual(withoutLines(parseXml(new TextDecoder().decode(writeMetadataFile(file)))), withoutLines(file));
      }),
    );
  });

  it('given only some parts, when they are composed without the object, then the file holds them alone', () => {
    const file = compose(object, undefined, [{ type: 'CustomField', root: element('CustomField', [element('fullName', 'A__c')]) }]);
    assert.equal(
      new TextDecoder().decode(writeMetadataFile(file)),
      `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <fields>
        <fullName>A__c</fullName>
    </fields>
</CustomObject>
`,
    );
  });

  it('given typed values, when they are written, then the prefixes they use are declared', () => {
    const value: XmlElement = { ...element('value', '1'), attributes: { 'xsi:type': 'xsd:double' } };
    const written = new TextDecoder().decode(writeMetadataFile(element('CustomMetadata', [value])));
    assert.match(written, /xmlns:xsi="http:\/\/www\.w3\.org\/2001\/XMLSchema-instance"/u);
    assert.match(written, /<value xsi:type="xsd:double">1<\/value>/u);
  });
});
