import { schemaInLanguage, valueLabel } from '../schema/schemaInLanguage.ts';
import type { FieldType, Schema } from '../schema/types.ts';
import { findColumn, type FieldColumn } from './columns.ts';
import type { OfferedColumn, ReportShape } from './reportShape.ts';
import type { DescribedColumn, ReportTypeDescription } from './types.ts';

const OPAQUE: ReadonlySet<FieldType> = new Set(['base64', 'encryptedstring', 'address', 'location', 'time']);
const SUMMABLE: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent', 'boolean']);

/**
 * A report type as a user sees it: columns that are hidden from them are left out.
 * @param schema what the user sees of the org
 * @returns undefined when they may not read its first object
 */
export function describeType(shape: ReportShape, schema: Schema, whole: Schema, language: string): ReportTypeDescription | undefined {
  const [base] = shape.tables;
  if (schema.object(base.object.name) === undefined) return undefined;
  const words = schemaInLanguage(whole, language);
  const sections =
    shape.sections ??
    shape.tables.map(({ token, object }) => ({ label: object.label, columns: allColumns(token, object.fields.values()) }));
  return {
    name: shape.name,
    label: shape.label,
    ...(shape.description === undefined ? {} : { description: shape.description }),
    sections: sections.map(({ label, columns }) => ({
      label,
      columns: columns.flatMap((column) => described(column, shape, schema, words, language)),
    })),
  };
}

function allColumns(token: string, fields: Iterable<{ readonly name: string; readonly type: FieldType }>): readonly OfferedColumn[] {
  return [...fields].filter(({ type }) => !OPAQUE.has(type)).map(({ name }) => ({ token: `${token}$${name}` }));
}

function described(
  { token, label }: OfferedColumn,
  shape: ReportShape,
  schema: Schema,
  words: Schema,
  language: string,
): readonly DescribedColumn[] {
  const column = findColumn(words, shape, token);
  if (column === undefined || !isVisible(shape, schema, token)) return [];
  const { type } = column.field;
  const isLink = column.lookup !== undefined;
  return [
    {
      name: column.name,
      token: column.token,
      label: label ?? column.labels.join(': '),
      type: isLink ? 'reference' : type,
      filterable: !OPAQUE.has(type),
      groupable: !OPAQUE.has(type) && type !== 'longtextarea',
      summable: !isLink && SUMMABLE.has(type),
      ...valuesOf(column, language),
    },
  ];
}

/** Found by the user's own schema, in which what is hidden from them is not. */
function isVisible(shape: ReportShape, schema: Schema, token: string): boolean {
  return shape.tables.every(({ object }) => schema.object(object.name) !== undefined) && findColumn(schema, shape, token) !== undefined;
}

function valuesOf({ field }: FieldColumn, language: string): Pick<DescribedColumn, 'values'> {
  const { picklist } = field;
  if (picklist === undefined) return {};
  return { values: picklist.values.map(({ value }) => ({ name: value, label: valueLabel(picklist, value, language) })) };
}
