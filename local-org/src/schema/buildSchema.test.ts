import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MetadataError } from '../errors.ts';
import { buildSchema } from './buildSchema.ts';
import { fieldXml, objectXml, packageOf } from './testing/packageOf.ts';
import type { Field, Schema } from './types.ts';

const PARENT = { 'objects/Parent__c/Parent__c.object-meta.xml': objectXml('Parent') };
const CHILD = {
  ...PARENT,
  'objects/Child__c/Child__c.object-meta.xml': objectXml('Child', '', 'ControlledByParent'),
  'objects/Child__c/fields/Parent__c.field-meta.xml': fieldXml(
    'MasterDetail',
    '<referenceTo>Parent__c</referenceTo><relationshipName>Children</relationshipName><relationshipOrder>0</relationshipOrder>',
  ),
  'objects/Child__c/fields/Amount__c.field-meta.xml': fieldXml('Number', '<precision>10</precision><scale>2</scale>'),
};

function schemaOf(files: Readonly<Record<string, string>>): Schema {
  return buildSchema(packageOf(files));
}

function fieldOf(schema: Schema, object: string, field: string): Field {
  const found = schema.object(object)?.fields.get(field.toLowerCase());
  assert.ok(found, `${object}.${field}`);
  return found;
}

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  try {
    schemaOf(files);
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.problems.map((problem) => `${problem.file.split('/').at(-1) ?? ''} ${problem.element ?? ''}: ${problem.message}`);
  }
  return [];
}

describe('the schema', () => {
  it('has the standard objects with their key prefixes and relationships', () => {
    const schema = schemaOf({});
    assert.equal(schema.object('ACCOUNT')?.keyPrefix, '001');
    assert.equal(schema.objectOfId('003000000000001AAA')?.name, 'Contact');
    assert.equal(fieldOf(schema, 'Contact', 'accountid').reference?.relationshipName, 'Account');
    assert.ok(
      schema.object('Account')?.childRelationships.some((child) => child.relationshipName === 'Contacts' && child.field === 'AccountId'),
    );
    assert.deepEqual(fieldOf(schema, 'Task', 'WhoId').reference?.targets, ['Contact', 'Lead']);
  });

  it('adds custom objects with system fields, an owner, a name and their own key prefix', () => {
    const schema = schemaOf(PARENT);
    const object = schema.object('parent__c');
    assert.equal(object?.keyPrefix, 'a00');
    assert.deepEqual(
      [...object.fields.values()].map((field) => field.name),
      ['Id', 'OwnerId', 'IsDeleted', 'Name', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'],
    );
  });

  it('gives a detail no owner, a required parent, and the parent its children', () => {
    const schema = schemaOf(CHILD);
    const master = fieldOf(schema, 'Child__c', 'Parent__c');
    assert.equal(schema.object('Child__c')?.hasOwner, false);
    assert.equal(schema.object('Child__c')?.fields.has('ownerid'), false);
    assert.deepEqual([master.required, master.updateable, master.reference?.masterDetail?.reparentable], [true, false, false]);
    assert.equal(schema.object('Parent__c')?.childRelationships[0]?.relationshipName, 'Children__r');
  });

  it('resolves a roll-up, also of another roll-up, and takes type and scale from what it sums', () => {
    const rollup = (field: string, key: string, foreignKey: string): string =>
      fieldXml(
        'Summary',
        `<summaryOperation>sum</summaryOperation><summarizedField>${field}</summarizedField><summaryForeignKey>${foreignKey}</summaryForeignKey>${key}`,
      );
    const schema = schemaOf({
      ...CHILD,
      'objects/Top__c/Top__c.object-meta.xml': objectXml('Top'),
      'objects/Parent__c/Parent__c.object-meta.xml': objectXml('Parent', '', 'ControlledByParent'),
      'objects/Parent__c/fields/Top__c.field-meta.xml': fieldXml(
        'MasterDetail',
        '<referenceTo>Top__c</referenceTo><relationshipName>Parents</relationshipName>',
      ),
      'objects/Top__c/fields/A_Total__c.field-meta.xml': rollup('Parent__c.Total__c', '', 'Parent__c.Top__c'),
      'objects/Parent__c/fields/Total__c.field-meta.xml': rollup(
        'Child__c.Amount__c',
        '<summaryFilterItems><field>Child__c.Name</field><operation>equals</operation><value>x</value></summaryFilterItems>',
        'Child__c.Parent__c',
      ),
    });
    const total = fieldOf(schema, 'Parent__c', 'Total__c');
    assert.deepEqual([total.type, total.scale, total.createable, total.rollup?.filters.length], ['double', 2, false, 1]);
    assert.equal(fieldOf(schema, 'Top__c', 'A_Total__c').rollup?.summarizedField, 'Total__c');
  });

  it('lets activities be about objects that allow them', () => {
    const schema = schemaOf({
      'objects/Parent__c/Parent__c.object-meta.xml': objectXml('Parent', '<enableActivities>true</enableActivities>'),
    });
    assert.ok(fieldOf(schema, 'Task', 'WhatId').reference?.targets.includes('Parent__c'));
    assert.ok(schema.object('Parent__c')?.childRelationships.some((child) => child.relationshipName === 'Tasks'));
  });

  it('gives a lookup of Activity to tasks and to events, under one child relationship', () => {
    const schema = schemaOf({
      ...PARENT,
      'objects/Activity/fields/Parent__c.field-meta.xml': fieldXml(
        'Lookup',
        '<referenceTo>Parent__c</referenceTo><relationshipName>Tasks</relationshipName>',
      ),
    });
    assert.ok(schema.object('Event')?.fields.has('parent__c'));
    const named = schema.object('Parent__c')?.childRelationships.filter((child) => child.relationshipName === 'Tasks__r');
    assert.deepEqual(
      named?.map(({ childObject }) => childObject),
      ['Task'],
    );
  });

  it('reads picklists, global value sets and defaults', () => {
    const schema = schemaOf({
      ...PARENT,
      'globalValueSets/Moods.globalValueSet-meta.xml':
        '<masterLabel>Moods</masterLabel><customValue><fullName>Good</fullName><default>false</default><label>Good</label></customValue>',
      'objects/Parent__c/fields/Mood__c.field-meta.xml': fieldXml('Picklist', '<valueSet><valueSetName>Moods</valueSetName></valueSet>'),
      'objects/Parent__c/fields/Status__c.field-meta.xml': fieldXml(
        'Picklist',
        '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>' +
          '<value><fullName>Open</fullName><default>true</default><label>Open now</label></value>' +
          '<value><fullName>Shut</fullName><default>false</default><label>Shut</label></value></valueSetDefinition></valueSet>',
      ),
    });
    const status = fieldOf(schema, 'Parent__c', 'Status__c');
    assert.deepEqual([status.defaultFormula, status.picklist?.restricted, status.picklist?.values[0]?.label], ['"Open"', true, 'Open now']);
    assert.equal(fieldOf(schema, 'Parent__c', 'Mood__c').picklist?.values[0]?.value, 'Good');
  });
});

describe('what the schema refuses', () => {
  it('names every problem at once, with file and element', () => {
    const problems = problemsOf({
      ...CHILD,
      'objects/Child__c/fields/A__c.field-meta.xml': fieldXml('ExternalLookup', '<referenceTo>Parent__c</referenceTo>'),
      'objects/Child__c/fields/B__c.field-meta.xml': fieldXml('Lookup', '<referenceTo>Nowhere__c</referenceTo>'),
      'objects/Child__c/fields/C__c.field-meta.xml': fieldXml(
        'Text',
        '<length>300</length><lookupFilter><active>true</active></lookupFilter>',
      ),
      'objects/Nobody__c/fields/D__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>false</defaultValue>'),
    });
    assert.deepEqual(problems.sort(), [
      'A__c.field-meta.xml type: a CustomField of type ExternalLookup is not run by local-org',
      "B__c.field-meta.xml referenceTo: referenceTo value of 'Nowhere__c' does not resolve to a valid sObject type",
      'C__c.field-meta.xml length: The length must be between 1 and 255',
      'C__c.field-meta.xml lookupFilter: Lookup filters are only supported on Lookup Relationship Fields',
      'D__c.field-meta.xml : Entity Enumeration Or ID: bad value for restricted picklist field: Nobody__c',
    ]);
  });

  it('refuses a roll-up that is not over a master-detail, or sums what is not there', () => {
    const rollup = (summed: string, foreignKey: string): string =>
      fieldXml(
        'Summary',
        `<summaryOperation>sum</summaryOperation><summarizedField>${summed}</summarizedField><summaryForeignKey>${foreignKey}</summaryForeignKey>`,
      );
    const problems = problemsOf({
      ...CHILD,
      'objects/Child__c/fields/Other__c.field-meta.xml': fieldXml(
        'Lookup',
        '<referenceTo>Parent__c</referenceTo><relationshipName>Others</relationshipName>',
      ),
      'objects/Parent__c/fields/A__c.field-meta.xml': rollup('Child__c.Amount__c', 'Child__c.Other__c'),
      'objects/Parent__c/fields/B__c.field-meta.xml': rollup('Child__c.Missing__c', 'Child__c.Parent__c'),
      'objects/Parent__c/fields/C__c.field-meta.xml': rollup('Child__c.Name', 'Child__c.Parent__c'),
    });
    assert.deepEqual(problems, [
      'A__c.field-meta.xml summaryForeignKey: In field: summaryForeignKey - Child__c.Other__c is not a master-detail relationship field to Parent__c',
      'B__c.field-meta.xml summarizedField: In field: summarizedField - no CustomField named Child__c.Missing__c found',
      'C__c.field-meta.xml summarizedField: Invalid summarized field: a field of type string cannot be used with the operation sum',
    ]);
  });

  it('refuses changes of standard fields that the platform fixes, and fields that it does not have', () => {
    const problems = problemsOf({
      'objects/Account/Account.object-meta.xml': '<sharingModel>Private</sharingModel><enableHistory>true</enableHistory>',
      'objects/Account/fields/Site.field-meta.xml':
        '<fullName>Site</fullName><required>true</required><inlineHelpText>Where</inlineHelpText>',
      'objects/Account/fields/Nope.field-meta.xml': '<fullName>Nope</fullName>',
    });
    assert.deepEqual(problems.sort(), [
      "Nope.field-meta.xml fullName: Could not resolve standard field's name.",
      "Site.field-meta.xml required: Can not specify 'required' for a standard field",
    ]);
  });

  it('refuses a validation rule whose error field does not exist', () => {
    const problems = problemsOf({
      ...PARENT,
      'objects/Parent__c/validationRules/R.validationRule-meta.xml':
        '<active>true</active><errorConditionFormula>TRUE</errorConditionFormula><errorDisplayField>No__c</errorDisplayField><errorMessage>No</errorMessage>',
    });
    assert.deepEqual(problems, ['R.validationRule-meta.xml errorDisplayField: Field No__c does not exist. Check spelling.']);
  });
});
