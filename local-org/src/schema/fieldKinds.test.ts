import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MetadataError } from '../errors.ts';
import { buildSchema } from './buildSchema.ts';
import { fieldXml, objectXml, packageOf } from './testing/packageOf.ts';
import type { Field } from './types.ts';

const THING = { 'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing') };

function withField(type: string, more: string, label?: string): Record<string, string> {
  return { ...THING, 'objects/Thing__c/fields/It__c.field-meta.xml': fieldXml(type, more, label) };
}

function fieldOf(files: Readonly<Record<string, string>>, name = 'it__c', object = 'Thing__c'): Field {
  const field = buildSchema(packageOf(files)).object(object)?.fields.get(name);
  assert.ok(field);
  return field;
}

function messagesOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    buildSchema(packageOf(files));
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.problems.filter((problem) => problem.warning !== true).map((problem) => problem.message);
  }
  return [];
}

const choices = (...values: readonly string[]): string =>
  `<valueSetDefinition><sorted>false</sorted>${values.map((value) => `<value><fullName>${value}</fullName><default>false</default></value>`).join('')}</valueSetDefinition>`;

describe('kinds of custom fields', () => {
  it('given every plain type, then describe can tell it', () => {
    const types: readonly (readonly [string, string, Field['type']])[] = [
      ['Checkbox', '<defaultValue>true</defaultValue>', 'boolean'],
      ['Currency', '<precision>18</precision><scale>2</scale>', 'currency'],
      ['Date', '', 'date'],
      ['DateTime', '', 'datetime'],
      ['Email', '', 'email'],
      ['EncryptedText', '<length>20</length><maskChar>X</maskChar><maskType>ssn</maskType>', 'encryptedstring'],
      ['Html', '<length>32768</length><visibleLines>25</visibleLines>', 'longtextarea'],
      ['LongTextArea', '<length>5000</length><visibleLines>3</visibleLines>', 'longtextarea'],
      ['Number', '<precision>5</precision><scale>0</scale>', 'double'],
      ['Percent', '<precision>5</precision><scale>2</scale>', 'percent'],
      ['Phone', '', 'phone'],
      ['Text', '<length>20</length>', 'string'],
      ['TextArea', '', 'textarea'],
      ['Time', '', 'time'],
      ['Url', '', 'url'],
    ];
    for (const [type, more, expected] of types) assert.equal(fieldOf(withField(type, more)).type, expected, type);
  });

  it('given a geolocation, then it has its parts as fields', () => {
    const files = withField('Location', '<displayLocationInDecimal>true</displayLocationInDecimal><scale>4</scale>');
    assert.deepEqual(
      [...(fieldOf(files).compound?.parts ?? [])],
      [
        ['latitude', 'It__Latitude__s'],
        ['longitude', 'It__Longitude__s'],
      ],
    );
    const latitude = fieldOf(files, 'it__latitude__s');
    assert.deepEqual([latitude.type, latitude.scale, latitude.compoundFieldName], ['double', 4, 'It__c']);
  });

  it('given a dependent picklist, then each value knows with which values it can be chosen', () => {
    const settings =
      '<valueSettings><controllingFieldValue>Red</controllingFieldValue><controllingFieldValue>Blue</controllingFieldValue><valueName>Dark</valueName></valueSettings>';
    const files = {
      ...THING,
      'objects/Thing__c/fields/Color__c.field-meta.xml': fieldXml('Picklist', `<valueSet>${choices('Red', 'Blue')}</valueSet>`),
      'objects/Thing__c/fields/It__c.field-meta.xml': fieldXml(
        'Picklist',
        `<valueSet><controllingField>Color__c</controllingField>${choices('Dark', 'Light')}${settings}</valueSet>`,
      ),
    };
    assert.deepEqual(
      fieldOf(files).picklist?.values.map((value) => value.validFor),
      [['Red', 'Blue'], []],
    );
  });

  it('given custom fields of activities, then tasks and events have them', () => {
    const files = { 'objects/Activity/fields/It__c.field-meta.xml': fieldXml('Text', '<length>20</length>') };
    assert.equal(fieldOf(files, 'it__c', 'Task').length, 20);
    assert.equal(fieldOf(files, 'it__c', 'Event').length, 20);
  });
});

describe('what a custom field must and must not say', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['TextArea', '<length>255</length>', "Can not specify 'length' for a CustomField of type TextArea"],
    ['LongTextArea', '<length>5000</length>', "Must specify 'visibleLines' for a CustomField of type LongTextArea"],
    [
      'LongTextArea',
      '<length>5000</length><visibleLines>3</visibleLines><required>true</required>',
      "Can not specify 'required' for a CustomField of type LongTextArea",
    ],
    ['Checkbox', '', "Must specify 'defaultValue' for a CustomField of type Checkbox"],
    ['AutoNumber', '', "Must specify 'displayFormat' for a CustomField of type AutoNumber"],
    ['AutoNumber', '<displayFormat>A-{0}{WW}</displayFormat>', 'The display format is invalid: A-{0}{WW}'],
    ['Number', '<precision>19</precision><scale>2</scale>', 'The precision must be between 1 and 18'],
    ['Text', '<length>256</length>', 'The length must be between 1 and 255'],
    [
      'Lookup',
      '<referenceTo>Account</referenceTo><relationshipOrder>0</relationshipOrder>',
      "Can not specify 'relationshipOrder' for a CustomField of type Lookup",
    ],
    [
      'Lookup',
      '<referenceTo>Account</referenceTo><required>true</required>',
      'field integrity exception: unknown (must specify either cascade delete or restrict delete for required lookup foreign key)',
    ],
    [
      'Lookup',
      '<referenceTo>PricebookEntry</referenceTo>',
      "referenceTo value of 'PricebookEntry' does not resolve to a valid sObject type",
    ],
    ['Picklist', '', "Must specify 'valueSet' for a CustomField of type Picklist"],
    ['Picklist', '<valueSet><valueSetName>Nothing</valueSetName></valueSet>', 'The global picklist cannot be resolved'],
    ['Date', '<formula>TODAY()</formula><required>true</required>', "Can not specify 'required' for a CustomField of type Date"],
    ['Currency', '<formula>1</formula>', "Must specify 'precision' for a CustomField of type Currency"],
    ['ExternalLookup', '<referenceTo>X__x</referenceTo>', 'a CustomField of type ExternalLookup is not run by local-org'],
  ];
  for (const [type, more, message] of cases) {
    it(`${type} ${more.slice(0, 60)}: ${message}`, () => {
      assert.ok(messagesOf(withField(type, more)).includes(message), messagesOf(withField(type, more)).join('\n'));
    });
  }

  it('refuses long labels, names of other namespaces and masters on the wrong objects', () => {
    assert.deepEqual(messagesOf(withField('Date', '', 'x'.repeat(41))), ['Value too long for field: MasterLabel maximum length is:40']);
    const foreign = { ...THING, 'objects/Thing__c/fields/ns__It__c.field-meta.xml': fieldXml('Date') };
    assert.match(messagesOf(foreign)[0] ?? '', /^Cannot create a new component with the namespace: ns\. {2}Only components/u);
    const master = withField('MasterDetail', '<referenceTo>Account</referenceTo><relationshipName>Things</relationshipName>');
    assert.deepEqual(messagesOf(master), ['Cannot set sharingModel to ReadWrite on a CustomObject with a MasterDetail relationship field']);
  });

  it('given a dependency on a value that is not there, then both lists are told', () => {
    const files = {
      ...THING,
      'objects/Thing__c/fields/Color__c.field-meta.xml': fieldXml('Picklist', `<valueSet>${choices('Red')}</valueSet>`),
      'objects/Thing__c/fields/It__c.field-meta.xml': fieldXml(
        'Picklist',
        `<valueSet><controllingField>Color__c</controllingField>${choices('Dark')}<valueSettings><controllingFieldValue>Green</controllingFieldValue><valueName>Dark</valueName></valueSettings></valueSet>`,
      ),
    };
    assert.deepEqual(messagesOf(files), ["Control field value 'Green' not found, valid values are [Red]"]);
  });
});
