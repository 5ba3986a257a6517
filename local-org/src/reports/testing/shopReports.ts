import { parseXml } from '../../metadata/xmlTree.ts';
import { readReportType } from '../../metadata/reports/readReportType.ts';
import type { RequestUser } from '../../requestUser.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../../schema/testing/packageOf.ts';
import type { FieldValues, Schema } from '../../schema/types.ts';
import { formulaProblems } from '../../soql/formulaProblems.ts';
import { createQueryService } from '../../soql/queryService.ts';
import { OrgDatabase } from '../../storage/database.ts';
import { prepareStorage } from '../../storage/prepareStorage.ts';
import { RecordStore } from '../../storage/recordStore.ts';
import { definitionOfType } from '../definition.ts';
import { createReportEngine } from '../engine.ts';
import type { ReportDefinition, ReportEngine, ReportResult } from '../types.ts';
import type { ReportType } from '../../metadata/reports/reportTypeTypes.ts';

/** Half past midnight in Copenhagen on 4 March 2026, still Tuesday the 3rd in UTC. */
export const NOW = Date.parse('2026-03-03T23:30:00Z');

const choice = (name: string, label = name): string =>
  `<value><fullName>${name}</fullName><default>false</default><label>${label}</label></value>`;

/** Answers of customers, and visits that follow them. */
const FILES = {
  'objects/Answer__c/Answer__c.object-meta.xml': objectXml('Answer'),
  'objects/Answer__c/fields/Account__c.field-meta.xml': fieldXml(
    'Lookup',
    '<referenceTo>Account</referenceTo><relationshipName>Answers</relationshipName>',
    'Customer',
  ),
  'objects/Answer__c/fields/Rating__c.field-meta.xml': fieldXml('Number', '<precision>4</precision><scale>1</scale>', 'Rating'),
  'objects/Answer__c/fields/Rated__c.field-meta.xml': fieldXml('Number', '<precision>1</precision><scale>0</scale>', 'Rated'),
  'objects/Answer__c/fields/Promoter__c.field-meta.xml': fieldXml('Number', '<precision>1</precision><scale>0</scale>', 'Promoter'),
  'objects/Answer__c/fields/Detractor__c.field-meta.xml': fieldXml('Number', '<precision>1</precision><scale>0</scale>', 'Detractor'),
  'objects/Answer__c/fields/At__c.field-meta.xml': fieldXml('DateTime', '', 'Answered'),
  'objects/Answer__c/fields/Day__c.field-meta.xml': fieldXml('Date', '', 'Day'),
  'objects/Answer__c/fields/Done__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>false</defaultValue>', 'Done'),
  'objects/Answer__c/fields/City__c.field-meta.xml': fieldXml('Text', '<length>40</length>', 'City'),
  'objects/Answer__c/fields/Channel__c.field-meta.xml': fieldXml(
    'Picklist',
    `<valueSet><valueSetDefinition><sorted>false</sorted>${choice('Web')}${choice('Mail', 'E-mail')}${choice('Call')}</valueSetDefinition></valueSet>`,
    'Channel',
  ),
  'objects/Visit__c/Visit__c.object-meta.xml': objectXml('Visit'),
  'objects/Visit__c/fields/Answer__c.field-meta.xml': fieldXml(
    'Lookup',
    '<referenceTo>Answer__c</referenceTo><relationshipName>Visits</relationshipName>',
    'Answer',
  ),
  'objects/Visit__c/fields/Hours__c.field-meta.xml': fieldXml('Number', '<precision>6</precision><scale>2</scale>', 'Hours'),
  'objects/Visit__c/fields/Long__c.field-meta.xml': fieldXml(
    'Number',
    '<formula>IF(Hours__c &gt; 2, 1, 0)</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs><precision>18</precision><scale>0</scale>',
    'Long',
  ),
};

const column = (table: string, field: string): string =>
  `<columns><checkedByDefault>false</checkedByDefault><field>${field}</field><table>${table}</table></columns>`;

const answerColumns = (table: string): string =>
  [
    'Name',
    'Rating__c',
    'Rated__c',
    'Promoter__c',
    'Detractor__c',
    'At__c',
    'Day__c',
    'Done__c',
    'City__c',
    'Channel__c',
    'Account__c',
    'Account__c.AnnualRevenue',
    'Account__c.Industry',
    'Owner',
    'Id',
  ]
    .map((field) => column(table, field))
    .join('');

const section = (columns: string): string => `<sections>${columns}<masterLabel>All</masterLabel></sections>`;

const TYPES = {
  Answers: `<baseObject>Answer__c</baseObject><category>other</category><deployed>true</deployed><label>Answers</label>${section(answerColumns('Answer__c'))}`,
  AnswersWithVisits: joinedType('Answer__c', '<join><outerJoin>true</outerJoin><relationship>Visits__r</relationship></join>'),
  AnswersVisited: joinedType('Answer__c', '<join><outerJoin>false</outerJoin><relationship>Visits__r</relationship></join>'),
};

function joinedType(base: string, join: string): string {
  const columns =
    answerColumns(base) +
    column(`${base}.Visits__r`, 'Name') +
    column(`${base}.Visits__r`, 'Hours__c') +
    column(`${base}.Visits__r`, 'Long__c');
  return `<baseObject>${base}</baseObject><category>other</category><deployed>true</deployed>${join}<label>Joined</label>${section(columns)}`;
}

/** For tests: an org of answers and visits in memory, with an engine over it. */
export class ShopReports {
  readonly database = new OrgDatabase(':memory:');
  readonly schema: Schema = buildSchema(packageOf(FILES), { formulaProblems });
  readonly store: RecordStore;
  readonly reportTypes: ReadonlyMap<string, ReportType>;
  readonly engine: ReportEngine;
  readonly user: RequestUser;

  constructor() {
    prepareStorage(this.database, this.schema);
    this.store = new RecordStore(this.database, this.schema);
    this.reportTypes = typesOf();
    const statements = createQueryService(this.schema, this.database, { now: () => NOW });
    const { schema, database, reportTypes } = this;
    this.engine = createReportEngine({ schema, database, statements, reportTypes });
    const [id = ''] = this.insert('User', [{ Name: 'Ann Lee', IsActive: true }]);
    const person = { username: 'ann@example.com', name: 'Ann Lee', email: 'ann@example.com' };
    this.user = { id, ...person, timeZone: 'Europe/Copenhagen', locale: 'en_GB', language: 'en_US' };
  }

  /** Stores records and gives their ids. */
  insert(name: string, records: readonly FieldValues[]): readonly string[] {
    const object = this.schema.object(name);
    if (object === undefined) throw new Error(`no object ${name}`);
    return records.map((values) => {
      const id = this.store.newId(object);
      this.store.insert(object, [{ CreatedDate: NOW, ...(object.hasOwner ? { OwnerId: this.user.id } : {}), ...values, Id: id }]);
      return id;
    });
  }

  /** An org with nothing but these answers (`A0`, `A1`, ... by name) and visits; gives the answers' ids. */
  fresh(answers: readonly FieldValues[], visits: readonly FieldValues[] = []): readonly string[] {
    for (const table of ['Answer__c', 'Visit__c', 'Account']) this.database.connection.exec(`DELETE FROM "${table}"`);
    const ids = this.insert(
      'Answer__c',
      answers.map((answer, index) => ({ Name: `A${String(index)}`, ...answer })),
    );
    this.insert('Visit__c', visits);
    return ids;
  }

  run(changes: Partial<ReportDefinition>, timeZone = this.user.timeZone): ReportResult {
    return this.engine.run(reportOf(changes), { ...this.user, timeZone });
  }

  close(): void {
    this.database.close();
  }
}

function typesOf(): ReadonlyMap<string, ReportType> {
  return new Map(
    Object.entries(TYPES).map(([name, xml]) => {
      const root = parseXml(`<ReportType>${xml}</ReportType>`);
      const type = readReportType({ path: `reportTypes/${name}.reportType-meta.xml`, type: 'ReportType', name, root }, []);
      return [`${name}__c`.toLowerCase(), type];
    }),
  );
}

/** A summary report of answers by channel that only counts, with what a test changes of it. */
export function reportOf(changes: Partial<ReportDefinition>): ReportDefinition {
  return definitionOfType('Answers__c', {
    format: 'summary',
    groupingsDown: [{ column: 'Answer__c$Channel__c', granularity: 'Day', sortOrder: 'Asc' }],
    ...changes,
  });
}

/** The values of a cell in the order of the aggregates. */
export function valuesAt(result: ReportResult, key: string): readonly unknown[] {
  return result.factMap.get(key)?.aggregates.map(({ value }) => value) ?? [];
}
