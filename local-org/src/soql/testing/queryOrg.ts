import { SalesforceError } from '../../errors.ts';
import type { RequestUser } from '../../requestUser.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../../schema/testing/packageOf.ts';
import type { FieldValues, Schema } from '../../schema/types.ts';
import { OrgDatabase } from '../../storage/database.ts';
import { prepareStorage } from '../../storage/prepareStorage.ts';
import { RecordStore } from '../../storage/recordStore.ts';
import type { SelectStatement } from '../ast.ts';
import { compileQuery, type CompiledSelect } from '../compile.ts';
import { FormulaFields } from '../formulaFields.ts';
import { formulaProblems } from '../formulaProblems.ts';
import { parseQuery } from '../parser.ts';
import { createQueryService } from '../queryService.ts';
import { collationOf } from '../textOrder.ts';
import type { QueryOptions, QueryRecord, QueryRows, QueryService } from '../types.ts';

/** Wednesday, half past midnight in Copenhagen, still Tuesday in UTC. */
export const NOW = Date.parse('2026-03-03T23:30:00Z');

const LABELLED = '<value><fullName>Hot</fullName><default>false</default><label>Very hot</label></value>';

/** An object with a field of each kind, a formula, and a formula over its account. */
const FILES = {
  'objects/Play__mdt/Play__mdt.object-meta.xml': '<label>Play</label><pluralLabel>Plays</pluralLabel><visibility>Public</visibility>',
  'objects/Play__mdt/fields/Theme__c.field-meta.xml': fieldXml('Text', '<length>80</length>'),
  'objects/Play__mdt/fields/Reasons__c.field-meta.xml': fieldXml('Text', '<length>255</length>'),
  'objects/Visit__c/Visit__c.object-meta.xml': objectXml('Visit'),
  'objects/Visit__c/fields/Account__c.field-meta.xml': fieldXml(
    'Lookup',
    '<referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName>',
  ),
  'objects/Visit__c/fields/Key__c.field-meta.xml': fieldXml(
    'Text',
    '<length>80</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>',
  ),
  'objects/Visit__c/fields/Rating__c.field-meta.xml': fieldXml('Number', '<precision>4</precision><scale>1</scale>'),
  'objects/Visit__c/fields/Share__c.field-meta.xml': fieldXml('Percent', '<precision>5</precision><scale>1</scale>'),
  'objects/Visit__c/fields/Day__c.field-meta.xml': fieldXml('Date'),
  'objects/Visit__c/fields/Start__c.field-meta.xml': fieldXml('Time'),
  'objects/Visit__c/fields/Done__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>false</defaultValue>'),
  'objects/Visit__c/fields/Story__c.field-meta.xml': fieldXml('LongTextArea', '<length>1000</length><visibleLines>3</visibleLines>'),
  'objects/Visit__c/fields/Topics__c.field-meta.xml': fieldXml(
    'MultiselectPicklist',
    '<visibleLines>4</visibleLines><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>price</fullName><default>false</default></value></valueSetDefinition></valueSet>',
  ),
  'objects/Visit__c/fields/Place__c.field-meta.xml': fieldXml(
    'Location',
    '<displayLocationInDecimal>true</displayLocationInDecimal><scale>4</scale>',
  ),
  'objects/Visit__c/fields/Away__c.field-meta.xml': fieldXml(
    'Number',
    '<precision>8</precision><scale>1</scale><formula>DISTANCE(Place__c, GEOLOCATION(55.6761, 12.5683), "km")</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>',
  ),
  'labels/Labels.CustomLabels-meta.xml': '<labels><fullName>Greeting</fullName><value>Hello</value></labels>',
  'objects/Visit__c/fields/Greeting__c.field-meta.xml': fieldXml(
    'Text',
    '<formula>$Label.Greeting &amp; " " &amp; $User.Name</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>',
  ),
  'objects/Visit__c/fields/Mood__c.field-meta.xml': fieldXml(
    'Picklist',
    `<valueSet><valueSetDefinition><sorted>false</sorted>${LABELLED}<value><fullName>Cold</fullName><default>false</default></value></valueSetDefinition></valueSet>`,
  ),
  'objects/Visit__c/fields/Square__c.field-meta.xml': fieldXml(
    'Number',
    '<precision>6</precision><scale>1</scale><formula>Rating__c * Rating__c</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>',
  ),
  'objects/Visit__c/fields/Region__c.field-meta.xml': fieldXml(
    'Text',
    '<formula>Account__r.BillingCountry &amp; "/" &amp; TEXT(Square__c)</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>',
  ),
};

/** For tests: an org with a query service and shorthand to fill and ask it. */
export class QueryOrg {
  readonly database = new OrgDatabase(':memory:');
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly queries: QueryService;
  readonly user: RequestUser;

  constructor() {
    this.schema = buildSchema(packageOf(FILES), { formulaProblems });
    prepareStorage(this.database, this.schema);
    this.store = new RecordStore(this.database, this.schema);
    this.queries = createQueryService(this.schema, this.database, { now: () => NOW });
    const person = { username: 'ann@example.com', name: 'Ann Lee', email: 'ann@example.com' };
    const id = this.insert('User', { Name: 'Ann Lee', IsActive: true });
    this.user = { id, ...person, timeZone: 'Europe/Copenhagen', locale: 'en_GB', language: 'en' };
  }

  /** Stores a record and gives its id. */
  insert(objectName: string, values: FieldValues): string {
    const object = this.schema.object(objectName);
    if (object === undefined) throw new Error(`no object ${objectName}`);
    const id = this.store.newId(object);
    this.store.insert(object, [{ CreatedDate: NOW, ...values, Id: id }]);
    return id;
  }

  run(query: string | SelectStatement, options?: QueryOptions): QueryRows {
    return this.queries.run(query, this.user, options);
  }

  /** The records as plain objects: parents nested, children as arrays. */
  rows(query: string | SelectStatement): unknown[] {
    return this.run(query).records.map(plain);
  }

  /** One field of each record. */
  column(query: string, field = 'Name'): unknown[] {
    return this.run(query).records.map((record) => {
      const value = record.fields.get(field);
      return value?.kind === 'value' ? value.value : undefined;
    });
  }

  compile(query: string): CompiledSelect {
    const { statement, text } = parseQuery(query);
    const formulas = new FormulaFields(this.database, this.schema);
    return compileQuery(
      { schema: this.schema, formulaSchema: this.schema, formulas, query: text, allRows: false, collation: collationOf('en_GB') },
      statement,
    );
  }

  /** Code and text of the error that a query gives. */
  error(query: string): { readonly code: string; readonly message: string } {
    try {
      this.run(query);
    } catch (error) {
      if (error instanceof SalesforceError) return { code: error.errorCode, message: error.message };
      throw error;
    }
    throw new Error(`no error: ${query}`);
  }
}

function plain(record: QueryRecord): unknown {
  return Object.fromEntries(
    [...record.fields].map(([name, field]) => {
      if (field.kind === 'value' || field.kind === 'compound') return [name, field.value];
      if (field.kind === 'parent') return [name, field.record === null ? null : plain(field.record)];
      return [name, field.rows === null ? null : field.rows.records.map(plain)];
    }),
  );
}
