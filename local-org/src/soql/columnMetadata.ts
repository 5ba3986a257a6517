import type { Field, FieldType } from '../schema/types.ts';
import type { CompiledSelect } from './compile.ts';
import { kindOf } from './expressions.ts';
import type { Output } from './output.ts';
import type { QueryDescription } from './types.ts';

/** One column of a result, in the members and words of `query?columns=true`. */
export interface QueryColumn {
  readonly aggregate: boolean;
  /** Null for records and for what an aggregate gives. */
  readonly apexType: string | null;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly QueryColumn[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Double',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  address: 'Address',
  location: 'Location',
  base64: 'Blob',
};

/** The columns of a compiled query. */
export function describeQuery(select: CompiledSelect): QueryDescription {
  return {
    object: select.from.name,
    keyPrefix: select.from.keyPrefix,
    kind: select.kind,
    grouped: select.grouped,
    idSelected: select.kind === 'records' && select.fields.some(({ name }) => name === 'Id'),
    columns: columnsOf(select),
  };
}

function columnsOf(select: CompiledSelect): readonly QueryColumn[] {
  return select.fields.map((output) => columnOf(output, select));
}

function columnOf(output: Output, select: CompiledSelect): QueryColumn {
  const { name } = output;
  switch (output.kind) {
    case 'value':
      return {
        ...valueColumn(name, output.convert === undefined ? output.type : 'string', output.field),
        ...aggregateColumn(output, select),
      };
    case 'compound':
      return valueColumn(name, output.type, undefined);
    case 'parent':
      return {
        ...joined(name, false),
        foreignKeyName: lookupNamed(name),
        joinColumns: output.fields.map((field) => columnOf(field, select)),
      };
    case 'typeof': {
      const fields = [...output.branches.values(), output.otherwise ?? []].flat();
      return { ...joined(name, false), foreignKeyName: lookupNamed(name), joinColumns: fields.map((field) => columnOf(field, select)) };
    }
    case 'children': {
      const children = select.children[output.index]?.select;
      return { ...joined(name, true), joinColumns: children === undefined ? [] : columnsOf(children) };
    }
  }
}

/** What sets apart the columns of a query that groups or counts: `expr0` is told as `avg(Amount)`. */
function aggregateColumn({ name, field, label }: Extract<Output, { kind: 'value' }>, { kind }: CompiledSelect): Partial<QueryColumn> {
  if (kind === 'records' || field !== undefined) return {};
  return { aggregate: true, apexType: null, displayName: label ?? name };
}

/** The lookup that a relationship belongs to: `AccountId` of `Account`, `Owner__c` of `Owner__r`. */
function lookupNamed(relationship: string): string {
  return /__r$/iu.test(relationship) ? relationship.replace(/r$/iu, 'c') : `${relationship}Id`;
}

function valueColumn(name: string, type: FieldType, field: Field | undefined): QueryColumn {
  const kind = kindOf(type);
  return {
    aggregate: false,
    apexType: APEX_TYPES[type] ?? 'String',
    booleanType: kind === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: name,
    foreignKeyName: null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberType: kind === 'number',
    textType: kind === 'text' && type !== 'address' && type !== 'location',
    updatable: field?.updateable ?? false,
  };
}

function joined(name: string, aggregate: boolean): QueryColumn {
  return { ...valueColumn(name, 'reference', undefined), aggregate, apexType: null, textType: false, custom: /__[cr]$/iu.test(name) };
}
