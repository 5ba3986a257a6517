import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadataFile } from '../testing';
import { parseXml, type XmlFile } from '../xmlFile';
import { permissionSetProblems } from './permissionSetProblems';

function file(path: string, type: string, ...lines: readonly string[]): XmlFile {
  const parsed = parseXml(path, metadataFile(type, ...lines));
  if (!('root' in parsed)) throw new Error(parsed.message);
  return parsed;
}

const object = file('objects/Note__c/Note__c.object-meta.xml', 'CustomObject');
const text = file('objects/Note__c/fields/Text__c.field-meta.xml', 'CustomField', '<fullName>Text__c</fullName>', '<type>Text</type>');
const key = file(
  'objects/Note__c/fields/Key__c.field-meta.xml',
  'CustomField',
  '<fullName>Key__c</fullName>',
  '<required>true</required>',
  '<type>Text</type>',
);
const size = file(
  'objects/Note__c/fields/Size__c.field-meta.xml',
  'CustomField',
  '<fullName>Size__c</fullName>',
  '<formula>1</formula>',
  '<type>Number</type>',
);

function messages(...lines: readonly string[]): readonly string[] {
  const set = file('permissionsets/Reader.permissionset-meta.xml', 'PermissionSet', ...lines);
  return permissionSetProblems([object, text, key, size, set]).map(({ message }) => message);
}

function field(name: string, readable: boolean, editable: boolean): string {
  return `<fieldPermissions><editable>${String(editable)}</editable><field>${name}</field><readable>${String(readable)}</readable></fieldPermissions>`;
}

const noObject = '<objectPermissions><allowRead>false</allowRead><object>Note__c</object></objectPermissions>';
const decided = [field('Note__c.Text__c', true, true), field('Note__c.Size__c', true, false)];

describe('the check of permission sets', () => {
  it('finds nothing where every object and field is decided', () => {
    assert.deepEqual(messages(...decided, noObject), []);
  });

  it('names objects and fields that were forgotten, but not required ones', () => {
    assert.deepEqual(messages(), [
      'decides nothing about the object Note__c',
      'decides nothing about the field Note__c.Text__c',
      'decides nothing about the field Note__c.Size__c',
    ]);
  });

  it('refuses what the platform refuses of a field', () => {
    const more = [field('Note__c.Key__c', true, false), field('Note__c.Gone__c', true, false)];
    assert.deepEqual(messages(field('Note__c.Text__c', false, true), field('Note__c.Size__c', true, true), ...more, noObject), [
      'lets Note__c.Text__c be edited but not read: the platform refuses that',
      'lets Note__c.Size__c be edited, which is computed',
      'lists Note__c.Key__c, which is required or a master: the platform refuses that',
      'names the field Note__c.Gone__c, which the package has not',
    ]);
  });

  it('refuses object permissions without those that they depend on', () => {
    const deletes =
      '<objectPermissions><allowDelete>true</allowDelete><allowRead>true</allowRead><object>Note__c</object></objectPermissions>';
    assert.deepEqual(messages(...decided, deletes), ['grants allowDelete on Note__c, which takes allowEdit']);
  });
});
