import assert from 'node:assert/strict';
import type { Clock } from '../../clock.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../../schema/testing/packageOf.ts';
import type { FieldValues, Schema, SObjectType } from '../../schema/types.ts';
import { createQueryService } from '../../soql/queryService.ts';
import type { QueryService } from '../../soql/types.ts';
import { storedKeyPrefixes } from '../../storage/bookkeeping.ts';
import { OrgDatabase } from '../../storage/database.ts';
import { prepareStorage } from '../../storage/prepareStorage.ts';
import { RecordStore } from '../../storage/recordStore.ts';
import { seedOrganization } from '../../users/seedOrganization.ts';
import { UserDirectory } from '../../users/userDirectory.ts';
import { createRecordSaver } from '../recordSaver.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { RecordSaver, SaveOptions, SaveResult, SaveTriggers } from '../types.ts';

/** A region has stores, a store has sales: two levels of master-detail with roll-ups, for tests of saving. */
const shopPackage: Readonly<Record<string, string>> = {
  ...object('Region'),
  ...summary('Region__c', 'SalesTotal__c', 'sum', 'Store__c.Region__c', 'Store__c.SalesTotal__c'),
  ...summary('Region__c', 'StoreCount__c', 'count', 'Store__c.Region__c'),
  ...object('Store', 'ControlledByParent'),
  ...field('Store__c', 'Region__c', 'MasterDetail', masterDetail('Region__c', 'Stores')),
  ...field(
    'Store__c',
    'Code__c',
    'Text',
    '<length>20</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>',
  ),
  ...field('Store__c', 'Closed__c', 'Checkbox', '<defaultValue>false</defaultValue>'),
  ...summary('Store__c', 'SalesTotal__c', 'sum', 'Sale__c.Store__c', 'Sale__c.Amount__c'),
  ...summary('Store__c', 'SquareTotal__c', 'sum', 'Sale__c.Store__c', 'Sale__c.Square__c'),
  ...summary('Store__c', 'SaleCount__c', 'count', 'Sale__c.Store__c'),
  ...summary('Store__c', 'OnlineTotal__c', 'sum', 'Sale__c.Store__c', 'Sale__c.Amount__c', { field: 'Sale__c.Kind__c', value: 'Online' }),
  ...summary('Store__c', 'Largest__c', 'max', 'Sale__c.Store__c', 'Sale__c.Amount__c'),
  ...summary('Store__c', 'FirstSoldAt__c', 'min', 'Sale__c.Store__c', 'Sale__c.SoldAt__c'),
  ...rule('Store__c', 'ClosedStoresSellNothing', 'AND(Closed__c, SaleCount__c &gt; 0)', 'A closed store sells nothing.'),
  ...object('Sale', 'ControlledByParent'),
  ...field('Sale__c', 'Store__c', 'MasterDetail', masterDetail('Store__c', 'Sales')),
  ...field(
    'Sale__c',
    'Key__c',
    'Text',
    '<length>20</length><externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive>',
  ),
  ...field('Sale__c', 'Batch__c', 'Text', '<length>20</length><externalId>true</externalId>'),
  ...field('Sale__c', 'Amount__c', 'Number', '<precision>6</precision><scale>2</scale>'),
  ...field('Sale__c', 'Square__c', 'Number', '<precision>18</precision><scale>4</scale><formula>Amount__c * Amount__c</formula>'),
  ...field('Sale__c', 'SoldAt__c', 'DateTime', ''),
  ...field('Sale__c', 'Note__c', 'Text', '<length>10</length>'),
  ...field('Sale__c', 'Mail__c', 'Email', ''),
  ...field('Sale__c', 'Buyer__c', 'Lookup', '<referenceTo>Contact</referenceTo><relationshipName>Sales</relationshipName>'),
  ...field(
    'Sale__c',
    'Kind__c',
    'Picklist',
    `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${choice('Counter', true)}${choice('Online', false)}</valueSetDefinition></valueSet>`,
  ),
  ...rule('Sale__c', 'AmountIsPositive', 'Amount__c &lt; 0', 'The amount must not be negative.', 'Amount__c'),
  ...rule('Sale__c', 'NoSalesInClosedRegions', 'Store__r.Region__r.Name = &quot;Atlantis&quot;', 'Atlantis has sunk.'),
};

function object(label: string, sharing?: string): Record<string, string> {
  return { [`objects/${label}__c/${label}__c.object-meta.xml`]: objectXml(label, '', sharing) };
}

function field(owner: string, name: string, type: string, inner: string): Record<string, string> {
  return { [`objects/${owner}/fields/${name}.field-meta.xml`]: fieldXml(type, inner, name.replace('__c', '')) };
}

function masterDetail(target: string, children: string): string {
  return (
    `<referenceTo>${target}</referenceTo><relationshipName>${children}</relationshipName>` +
    '<relationshipOrder>0</relationshipOrder><reparentableMasterDetail>true</reparentableMasterDetail>'
  );
}

function choice(name: string, isDefault: boolean): string {
  return `<value><fullName>${name}</fullName><default>${String(isDefault)}</default><label>${name}</label></value>`;
}

function summary(
  owner: string,
  name: string,
  operation: string,
  foreignKey: string,
  summarized?: string,
  filter?: { field: string; value: string },
): Record<string, string> {
  const items =
    filter === undefined
      ? ''
      : `<summaryFilterItems><field>${filter.field}</field><operation>equals</operation><value>${filter.value}</value></summaryFilterItems>`;
  const of = summarized === undefined ? '' : `<summarizedField>${summarized}</summarizedField>`;
  return field(
    owner,
    name,
    'Summary',
    `${of}${items}<summaryForeignKey>${foreignKey}</summaryForeignKey><summaryOperation>${operation}</summaryOperation>`,
  );
}

function rule(owner: string, name: string, formula: string, message: string, errorField?: string): Record<string, string> {
  const place = errorField === undefined ? '' : `<errorDisplayField>${errorField}</errorDisplayField>`;
  return {
    [`objects/${owner}/validationRules/${name}.validationRule-meta.xml`]:
      `<fullName>${name}</fullName><active>true</active>` +
      `<errorConditionFormula>${formula}</errorConditionFormula>${place}<errorMessage>${message}</errorMessage>`,
  };
}

/** A shop's org in memory, with its own clock and whatever triggers a test wants. */
export interface ShopOrg {
  readonly schema: Schema;
  readonly database: OrgDatabase;
  readonly store: RecordStore;
  readonly records: RecordSaver;
  readonly queries: QueryService;
  readonly user: RequestUser;
  readonly clock: Clock & { moment: number };
  /** allOrNone false, as the admin. */
  readonly options: SaveOptions;
  readonly triggers: { beforeSave: SaveTriggers['beforeSave']; afterSave: SaveTriggers['afterSave'] };
  object(name: string): SObjectType;
  /** Inserts one record that must succeed. */
  create(objectName: string, values: FieldValues): string;
  stored(objectName: string, id: string): FieldValues;
}

export function shopOrg(): ShopOrg {
  const database = new OrgDatabase(':memory:');
  const schema = buildSchema(packageOf(shopPackage), { keyPrefixOf: storedKeyPrefixes(database) });
  prepareStorage(database, schema);
  const store = new RecordStore(database, schema);
  const clock = { moment: Date.UTC(2026, 0, 15, 12), now: () => clock.moment };
  const { organizationId, adminId } = seedOrganization(database, schema, store, clock.now());
  const user = new UserDirectory(schema, store).active(adminId);
  assert.ok(user);
  const triggers: ShopOrg['triggers'] = { beforeSave: () => undefined, afterSave: () => undefined };
  const records = createRecordSaver({ schema, database, store, clock, organizationId, triggers: () => triggers });
  const options: SaveOptions = { user, allOrNone: false };
  const objectNamed = (name: string): SObjectType => {
    const found = schema.object(name);
    assert.ok(found, name);
    return found;
  };
  return {
    schema,
    database,
    store,
    records,
    queries: createQueryService(schema, database, clock),
    user,
    clock,
    options,
    triggers,
    object: objectNamed,
    create: (objectName, values) => idOf(records.insert(objectName, [values], options)[0]),
    stored: (objectName, id) => {
      const values = store.read(objectNamed(objectName), [id]).get(id);
      assert.ok(values, `${objectName} ${id}`);
      return values;
    },
  };
}

/** The id of a result that must be a success. */
export function idOf(result: SaveResult | undefined): string {
  assert.ok(result?.success === true, JSON.stringify(result));
  return result.id;
}

/** `CODE: message [fields]` of a result that must be a failure. */
export function errorsOf(result: SaveResult | undefined): string[] {
  assert.ok(result?.success === false, JSON.stringify(result));
  return result.errors.map(
    ({ statusCode, message, fields }) => `${statusCode}: ${message}${fields.length > 0 ? ` [${fields.join(', ')}]` : ''}`,
  );
}

/** A shop's org with one region that has one store. */
export interface Shop extends ShopOrg {
  readonly regionId: string;
  readonly storeId: string;
}

export function openShop(): Shop {
  const org = shopOrg();
  const regionId = org.create('Region__c', { Name: 'North' });
  const storeId = org.create('Store__c', { Name: 'Main Street', Region__c: regionId, Code__c: 'main' });
  return { ...org, regionId, storeId };
}
