import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MetadataError } from '../errors.ts';
import { buildSchema } from './buildSchema.ts';
import { fieldXml, objectXml, packageOf } from './testing/packageOf.ts';
import type { Schema } from './types.ts';

const METADATA_TYPE = {
  'objects/Route__mdt/Route__mdt.object-meta.xml': '<label>Route</label><pluralLabel>Routes</pluralLabel><visibility>Public</visibility>',
  'objects/Route__mdt/fields/Limit__c.field-meta.xml': fieldXml(
    'Number',
    '<precision>4</precision><scale>0</scale><required>true</required>',
    'Limit',
  ),
};
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function schemaOf(files: Readonly<Record<string, string>>): Schema {
  return buildSchema(packageOf(files));
}

function messagesOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    schemaOf(files);
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.problems.map((problem) => problem.message);
  }
  return [];
}

function record(inside: string): Record<string, string> {
  return { ...METADATA_TYPE, 'customMetadata/Route.North.md-meta.xml': inside };
}

function value(field: string, type: string, text: string): string {
  return `<values><field>${field}</field><value ${XSI} xsi:type="xsd:${type}">${text}</value></values>`;
}

describe('kinds of objects', () => {
  it('given a custom metadata type, then its records come by deployment alone', () => {
    const object = schemaOf(METADATA_TYPE).object('Route__mdt');
    assert.deepEqual(
      [object?.kind, object?.createable, object?.fields.get('limit__c')?.updateable, object?.keyPrefix],
      ['customMetadata', false, false, 'm00'],
    );
    assert.ok(object?.fields.has('qualifiedapiname'));
    assert.equal(object?.fields.has('isdeleted'), false);
  });

  it('given a hierarchy setting, then its rows have an owner of setup', () => {
    const object = schemaOf({
      'objects/Set__c/Set__c.object-meta.xml':
        '<customSettingsType>Hierarchy</customSettingsType><label>Set</label><visibility>Public</visibility>',
    }).object('Set__c');
    assert.deepEqual([object?.kind, object?.settings.customSettingsType, object?.hasOwner], ['customSetting', 'Hierarchy', false]);
    assert.deepEqual(object?.fields.get('setupownerid')?.reference?.targets, ['Organization', 'Profile', 'User']);
  });

  it('given a platform event, then it is published and not queried', () => {
    const object = schemaOf({
      'objects/Ping__e/Ping__e.object-meta.xml':
        '<label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType>',
    }).object('Ping__e');
    assert.deepEqual(
      [object?.kind, object?.queryable, object?.createable, object?.updateable, object?.settings.publishBehavior],
      ['platformEvent', false, true, false, 'PublishAfterCommit'],
    );
    assert.deepEqual([...(object?.fields.keys() ?? [])], ['replayid', 'createddate', 'createdbyid', 'eventuuid']);
  });

  it('given an object with history and feeds, then it has a history object and takes posts', () => {
    const more = '<enableHistory>true</enableHistory><enableFeeds>true</enableFeeds>';
    const schema = schemaOf({ 'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing', more) });
    assert.deepEqual(schema.object('Thing__History')?.fields.get('parentid')?.reference?.targets, ['Thing__c']);
    assert.ok(schema.object('FeedItem')?.fields.get('parentid')?.reference?.targets.includes('Thing__c'));
  });

  it('given more than twenty fields with history tracking, the name among them, then the object is refused', () => {
    const tracked = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `objects/Trip__c/fields/T${String(index)}__c.field-meta.xml`,
          fieldXml('Text', '<length>20</length><trackHistory>true</trackHistory>', `T${String(index)}`),
        ]),
      );
    const object = objectXml('Trip').replace('<nameField>', '<nameField><trackHistory>true</trackHistory>');
    const files = { 'objects/Trip__c/Trip__c.object-meta.xml': object };
    assert.deepEqual(messagesOf({ ...files, ...tracked(19) }), []);
    assert.deepEqual(messagesOf({ ...files, ...tracked(20) }), [
      'Too many fields: Trip__c has 21 fields with history tracking, and an object can have 20',
    ]);
  });

  it('given no label, sharing model or name field, then each is missed', () => {
    assert.deepEqual(messagesOf({ 'objects/Thing__c/Thing__c.object-meta.xml': '' }), [
      'Must specify a non-empty label for the CustomObject',
      'Must specify a non-empty plural label for the CustomObject',
      'Required field is missing: sharingModel',
      'Required field is missing: deploymentStatus',
      'Must specify a nameField of type Text or AutoNumber',
    ]);
  });
});

describe('fields of limited objects', () => {
  it('given a type that a kind of object does not have, then the field is refused', () => {
    const files = { ...METADATA_TYPE, 'objects/Route__mdt/fields/At__c.field-meta.xml': fieldXml('Time') };
    assert.deepEqual(messagesOf(files), ['A field of type Time can not be added to a custom metadata type']);
    const thing = { 'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing') };
    const relationship = fieldXml('MetadataRelationship', '<referenceTo>EntityDefinition</referenceTo>');
    assert.deepEqual(messagesOf({ ...thing, 'objects/Thing__c/fields/R__c.field-meta.xml': relationship }), [
      'A metadata relationship field can only be added to a custom metadata type',
    ]);
  });
});

describe('records of custom metadata types', () => {
  it('given values of the right types, then nothing is wrong', () => {
    assert.deepEqual(messagesOf(record(`<label>North</label>${value('Limit__c', 'double', '5.0')}`)), []);
    assert.deepEqual(messagesOf(record(`<label>North</label>${value('Limit__c', 'string', '5')}`)), []);
  });

  const wrong: readonly (readonly [string, string])[] = [
    [`<label>North</label>${value('Limit__c', 'boolean', 'true')}`, 'Limit: value not of required type: true'],
    [`<label>North</label>${value('Limit__c', 'double', 'abc')}`, "Error parsing file: 'abc' is not valid for the type xsd:double"],
    [`<label>North</label>${value('Limit__c', 'int', '5')}${value('No__c', 'string', 'x')}`, 'Route__mdt: could not find fields: No__c'],
    ['<label>North</label>', 'Required fields are missing: [Limit__c]'],
    [value('Limit__c', 'int', '5'), 'Required fields are missing: [MasterLabel]'],
  ];
  for (const [inside, message] of wrong) {
    it(message, () => {
      assert.deepEqual(messagesOf(record(inside)), [message]);
    });
  }

  it('given a type that is not there, then the record names it', () => {
    assert.deepEqual(messagesOf({ 'customMetadata/Gone.A.md-meta.xml': '<label>A</label>' }), [
      'Custom metadata type Gone__mdt is not available in this organization.',
    ]);
  });
});

describe('record types and value sets', () => {
  it('given a business process, then its record type offers those stages alone', () => {
    const schema = schemaOf({
      'objects/Opportunity/businessProcesses/Short.businessProcess-meta.xml':
        '<isActive>true</isActive><values><fullName>Prospecting</fullName><default>true</default></values><values><fullName>Closed Won</fullName><default>false</default></values>',
      'objects/Opportunity/recordTypes/Quick.recordType-meta.xml':
        '<active>true</active><businessProcess>Short</businessProcess><label>Quick</label>',
    });
    const [type] = schema.object('Opportunity')?.recordTypes ?? [];
    assert.deepEqual(type?.picklists.get('stagename'), { values: ['Prospecting', 'Closed Won'], defaultValue: 'Prospecting' });
    assert.ok(schema.object('Opportunity')?.fields.has('recordtypeid'));
  });

  it('given a picklist value that is not there, then the record type is refused', () => {
    const inside =
      '<active>true</active><label>A</label><picklistValues><picklist>Industry</picklist><values><fullName>Magic</fullName><default>false</default></values></picklistValues>';
    assert.deepEqual(messagesOf({ 'objects/Account/recordTypes/A.recordType-meta.xml': inside }), [
      'Picklist value: Magic in picklist: Industry not found',
    ]);
  });

  it('given another standard value set, then closed follows it', () => {
    const values =
      '<sorted>false</sorted><standardValue><fullName>Open</fullName><default>true</default></standardValue><standardValue><fullName>Done</fullName><default>false</default><closed>true</closed></standardValue>';
    const schema = schemaOf({ 'standardValueSets/CaseStatus.standardValueSet-meta.xml': values });
    const fields = schema.object('Case')?.fields;
    const facts = [fields?.get('isclosed')?.formula?.source, fields?.get('status')?.defaultFormula];
    assert.deepEqual(facts, ['OR(ISPICKVAL(Status, "Done"))', '"Open"']);
  });
});

describe('lookup filters', () => {
  const lookup = (items: string, more = ''): Record<string, string> => ({
    'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing'),
    'objects/Thing__c/fields/Region__c.field-meta.xml': fieldXml('Text', '<length>20</length>'),
    'objects/Thing__c/fields/Who__c.field-meta.xml': fieldXml(
      'Lookup',
      `<referenceTo>Account</referenceTo><lookupFilter><active>true</active>${more}${items}<isOptional>false</isOptional></lookupFilter>`,
    ),
  });
  const item = (field: string, rest: string): string =>
    `<filterItems><field>${field}</field><operation>equals</operation>${rest}</filterItems>`;

  it('become one formula over the record that holds the lookup', () => {
    const items = `${item('Account.Type', '<value>Prospect, Other</value>')}${item('Account.Site', '<valueField>$Source.Region__c</valueField>')}`;
    const filter = schemaOf(lookup(items, '<booleanFilter>1 OR 2</booleanFilter>')).object('Thing__c')?.fields.get('who__c')?.lookupFilter;
    assert.equal(
      filter?.formula,
      'OR(ISBLANK(Who__c), (OR(UPPER(TEXT(Who__r.Type)) = UPPER("Prospect"), UPPER(TEXT(Who__r.Type)) = UPPER("Other"))) || (UPPER(Who__r.Site) = UPPER(Region__c)))',
    );
  });

  it('name only fields that are there', () => {
    assert.deepEqual(messagesOf(lookup(item('Account.No__c', '<value>x</value>'))), [
      'In field: lookupFilter - no CustomField named Account.No__c found',
    ]);
  });
});
