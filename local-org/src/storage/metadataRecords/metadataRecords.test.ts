import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { buildSchema } from '../../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../../schema/testing/packageOf.ts';
import { OrgDatabase } from '../database.ts';
import { prepareStorage } from '../prepareStorage.ts';
import { RecordStore } from '../recordStore.ts';
import { keepMetadataRecords } from './keepMetadataRecords.ts';
import { recordTypeId } from './recordTypeId.ts';

const NOW = Date.UTC(2026, 0, 2);
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const TYPE = {
  'objects/Route__mdt/Route__mdt.object-meta.xml': '<label>Route</label><pluralLabel>Routes</pluralLabel>',
  'objects/Route__mdt/fields/Limit__c.field-meta.xml': fieldXml('Number', '<precision>4</precision><scale>0</scale>'),
  'objects/Route__mdt/fields/Next__c.field-meta.xml': fieldXml('MetadataRelationship', '<referenceTo>Route__mdt</referenceTo>'),
};
const value = (field: string, type: string, text: string): string =>
  `<values><field>${field}</field><value ${XSI} xsi:type="xsd:${type}">${text}</value></values>`;

interface TestOrg {
  readonly database: OrgDatabase;
  deploy(files: Readonly<Record<string, string>>): void;
  rows(sql: string): readonly Readonly<Record<string, unknown>>[];
}

function testOrg(t: TestContext): TestOrg {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-rows-'));
  const database = new OrgDatabase(join(folder, 'org.sqlite'));
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    database,
    deploy: (files) => {
      const source = packageOf(files);
      const schema = buildSchema(source);
      prepareStorage(database, schema);
      keepMetadataRecords({ database, schema, store: new RecordStore(database, schema) }, source, NOW);
    },
    rows: (sql) =>
      database
        .prepare(sql)
        .all()
        .map((row) => ({ ...row })),
  };
}

describe('records that follow from metadata', () => {
  it('given records of a custom metadata type, then they are rows with the same ids after each deployment', (t) => {
    const org = testOrg(t);
    const north = { 'customMetadata/Route.North.md-meta.xml': `<label>North</label>${value('Limit__c', 'double', '5.0')}` };
    const south = { 'customMetadata/Route.South.md-meta.xml': `<label>South</label>${value('Next__c', 'string', 'North')}` };
    org.deploy({ ...TYPE, ...north, ...south });
    const [first] = org.rows('SELECT "Id" AS id, "Limit__c" AS most FROM "Route__mdt" WHERE "DeveloperName" = \'North\'');
    assert.equal(first?.['most'], 5);
    assert.deepEqual(org.rows('SELECT "Next__c" AS next FROM "Route__mdt" WHERE "DeveloperName" = \'South\''), [{ next: first['id'] }]);
    org.deploy({ ...TYPE, ...north });
    assert.deepEqual(org.rows('SELECT "Id" AS id, "MasterLabel" AS label FROM "Route__mdt"'), [{ id: first['id'], label: 'North' }]);
  });

  it('given record types, then they are rows under ids that follow from their names', (t) => {
    const org = testOrg(t);
    org.deploy({ 'objects/Account/recordTypes/Big.recordType-meta.xml': '<active>true</active><label>Big one</label>' });
    assert.deepEqual(org.rows('SELECT "Id" AS id, "Name" AS name, "SobjectType" AS type FROM "RecordType"'), [
      { id: recordTypeId('Account', 'Big'), name: 'Big one', type: 'Account' },
    ]);
    assert.match(recordTypeId('Account', 'Big'), /^012[0-9A-Za-z]{15}$/u);
  });

  it('given an org without metadata, then stages and definitions of objects and fields are there', (t) => {
    const org = testOrg(t);
    org.deploy({});
    assert.deepEqual(
      org.rows('SELECT "IsWon" AS won, "DefaultProbability" AS p FROM "OpportunityStage" WHERE "ApiName" = \'Closed Won\''),
      [{ won: 1, p: 100 }],
    );
    assert.deepEqual(org.rows('SELECT "DataType" AS type FROM "FieldDefinition" WHERE "DurableId" = \'Account.Name\''), [
      { type: 'Text(255)' },
    ]);
  });

  it('given queues and roles, then what people made beside them stays', (t) => {
    const org = testOrg(t);
    const queue = '<name>Support</name><queueSobject><sobjectType>Case</sobjectType></queueSobject>';
    org.deploy({
      'queues/Support.Queue-meta.xml': queue,
      'roles/Boss.Role-meta.xml': '<name>Boss</name>',
      'roles/Clerk.Role-meta.xml': '<name>Clerk</name><parentRole>Boss</parentRole>',
    });
    org.deploy({ 'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing') });
    assert.deepEqual(org.rows('SELECT "SobjectType" AS type FROM "QueueSobject"'), [{ type: 'Case' }]);
    const [clerk] = org.rows('SELECT p."DeveloperName" AS parent FROM "UserRole" AS r JOIN "UserRole" AS p ON p."Id" = r."ParentRoleId"');
    assert.equal(clerk?.['parent'], 'Boss');
  });
});
