import type { ObjectRelationship, ReportType } from '../metadata/reports/reportTypeTypes.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';

/** One object of a report type. */
export interface ReportTable {
  /** `Contact`, `Contact.Responses__r`: what metadata puts before the `$` of a column. */
  readonly token: string;
  /** `PulseResponse__c`, `Account2`: what the Analytics API and formulas put before the first dot. */
  readonly alias: string;
  readonly object: SObjectType;
  /** How it is joined to the table before it; absent for the first. */
  readonly join?: { readonly field: Field; readonly outer: boolean };
}

/** A column that a report type offers, as its file has it. */
export interface OfferedColumn {
  /** `Contact.Responses__r$Rated__c` */
  readonly token: string;
  readonly label?: string;
}

/** A report type over the org's schema. */
export interface ReportShape {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** Other names of columns, lower-cased, for their tokens. */
  readonly synonyms?: ReadonlyMap<string, string>;
  /** Parent before child. A row of the report is a record of the last one. */
  readonly tables: readonly [ReportTable, ...ReportTable[]];
  /** Absent: every field of the tables can be shown. */
  readonly sections?: readonly { readonly label: string; readonly columns: readonly OfferedColumn[] }[];
}

/** A report type that does not fit the org: why. */
export class ShapeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShapeError';
  }
}

const ONE_OBJECT = /^CustomEntity\$([A-Za-z]\w*__c)$/iu;

/**
 * The report type of that name as reports write it: `Contacts_with_Responses__c`, or `CustomEntity$Thing__c`
 * for the one that the platform makes of every custom object.
 * @throws ShapeError when there is none, or it names what the org does not have
 */
export function reportShape(schema: Schema, types: ReadonlyMap<string, ReportType>, name: string): ReportShape {
  const [, objectName] = ONE_OBJECT.exec(name) ?? [];
  if (objectName !== undefined) return oneObject(schema, name, objectName);
  const type = types.get(name.toLowerCase());
  if (type === undefined) throw new ShapeError(`There is no custom report type ${name}; standard report types are not run by local-org.`);
  return customShape(schema, name, type);
}

/** What the platform calls the fields of every custom object in the report type that it makes of it. */
const STANDARD_COLUMNS = {
  CUST_ID: 'Id',
  CUST_NAME: 'Name',
  CUST_OWNER_NAME: 'Owner',
  CUST_RECORDTYPE: 'RecordType',
  CUST_CREATED_DATE: 'CreatedDate',
  CUST_CREATED_NAME: 'CreatedBy',
  CUST_LAST_UPDATE: 'LastModifiedDate',
  CUST_LAST_UPDATE_NAME: 'LastModifiedBy',
  CUST_LAST_ACTIVITY: 'LastActivityDate',
};

/** Report types by the names under which reports know them, lower-cased. */
export function typesByName(types: readonly ReportType[]): ReadonlyMap<string, ReportType> {
  return new Map(types.map((type) => [`${type.fullName}__c`.toLowerCase(), type]));
}

function oneObject(schema: Schema, name: string, objectName: string): ReportShape {
  const object = objectOf(schema, objectName);
  const synonyms = new Map(Object.entries(STANDARD_COLUMNS).map(([column, field]) => [column.toLowerCase(), `${object.name}$${field}`]));
  return { name, label: object.labelPlural, synonyms, tables: [{ token: object.name, alias: object.name, object }] };
}

function customShape(schema: Schema, name: string, type: ReportType): ReportShape {
  const base = objectOf(schema, type.baseObject);
  const tables: [ReportTable, ...ReportTable[]] = [{ token: base.name, alias: base.name, object: base }];
  let before: ReportTable = tables[0];
  for (let next: ObjectRelationship | undefined = type.join; next !== undefined; next = next.join) {
    before = joined(schema, before, next, tables);
    tables.push(before);
  }
  return {
    name,
    label: type.label,
    ...(type.description === undefined ? {} : { description: type.description }),
    tables,
    sections: type.sections.map(({ masterLabel, columns }) => ({
      label: masterLabel,
      columns: columns.map(({ table, field, displayNameOverride: label }) => ({
        token: `${table}$${field}`,
        ...(label === undefined ? {} : { label }),
      })),
    })),
  };
}

function joined(
  schema: Schema,
  before: ReportTable,
  { relationship, outerJoin }: ObjectRelationship,
  tables: readonly ReportTable[],
): ReportTable {
  const child = before.object.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
  const object = child === undefined ? undefined : schema.object(child.childObject);
  const field = child === undefined ? undefined : object?.fields.get(child.field.toLowerCase());
  if (object === undefined || field === undefined) throw new ShapeError(`${before.object.name} has no child relationship ${relationship}.`);
  const same = tables.filter((table) => table.object.name === object.name).length;
  const alias = same === 0 ? object.name : `${object.name}${String(same + 1)}`;
  return { token: `${before.token}.${relationship}`, alias, object, join: { field, outer: outerJoin } };
}

function objectOf(schema: Schema, name: string): SObjectType {
  const object = schema.object(name);
  if (object === undefined) throw new ShapeError(`There is no object ${name}.`);
  return object;
}
