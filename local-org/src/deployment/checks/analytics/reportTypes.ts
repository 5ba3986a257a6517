import type { AnalyticsMetadata } from '../../../metadata/reports/analyticsMetadata.ts';
import type { ObjectRelationship, ReportType, ReportTypeColumn } from '../../../metadata/reports/reportTypeTypes.ts';
import type { Tell } from '../../../metadata/tell.ts';
import { findColumn } from '../../../reports/columns.ts';
import { reportShape, ShapeError, type ReportShape } from '../../../reports/reportShape.ts';
import type { Schema } from '../../../schema/types.ts';
import { checkDescription, checkLength } from './names.ts';

/** Help, "Reports and Dashboards Limits": objects of one report type, and fields of it. */
const MOST_OBJECTS = 4;
const MOST_COLUMNS = 1000;
const LONGEST_LABEL = 50;

/** Checks that the objects, relationships and fields of report types are there. */
export function checkReportTypes({ reportTypes }: AnalyticsMetadata, schema: Schema, tell: Tell): void {
  for (const [name, type] of reportTypes) {
    checkLength(type, 'label', type.label, LONGEST_LABEL, tell);
    checkDescription(type, tell);
    checkJoins(type, tell);
    const shape = shapeOf(name, type, reportTypes, schema, tell);
    if (shape === undefined) continue;
    checkColumns(type, shape, schema, tell);
  }
}

function shapeOf(
  name: string,
  type: ReportType,
  types: AnalyticsMetadata['reportTypes'],
  schema: Schema,
  tell: Tell,
): ReportShape | undefined {
  try {
    return reportShape(schema, types, name);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    tell({ file: type.file, line: type.join?.line ?? type.line, message: error.message });
    return undefined;
  }
}

/** Behind an object that there need not be, none is certain. */
function checkJoins(type: ReportType, tell: Tell): void {
  let objects = 1;
  let outer = false;
  for (let join: ObjectRelationship | undefined = type.join; join !== undefined; join = join.join) {
    objects += 1;
    const at = { file: type.file, line: join.line, element: `join ${join.relationship}` };
    if (objects > MOST_OBJECTS) tell({ ...at, message: `A report type has at most ${MOST_OBJECTS} objects` });
    if (outer && !join.outerJoin) tell({ ...at, message: 'After an outer join every join is an outer join' });
    outer ||= join.outerJoin;
  }
}

function checkColumns(type: ReportType, shape: ReportShape, schema: Schema, tell: Tell): void {
  const tables = new Set(shape.tables.map(({ token }) => token.toLowerCase()));
  const seen = new Set<string>();
  const columns = type.sections.flatMap((section) => section.columns);
  if (columns.length === 0)
    tell({ file: type.file, line: type.line, element: 'sections', message: 'A report type has at least one field' });
  if (columns.length > MOST_COLUMNS) {
    tell({ file: type.file, line: type.line, element: 'sections', message: `A report type has at most ${MOST_COLUMNS} fields` });
  }
  for (const column of columns) {
    const message = problemOf(column, tables, seen, shape, schema);
    if (message !== undefined) tell({ file: type.file, line: column.line, element: `columns ${column.table}$${column.field}`, message });
  }
}

function problemOf(
  { table, field }: ReportTypeColumn,
  tables: ReadonlySet<string>,
  seen: Set<string>,
  shape: ReportShape,
  schema: Schema,
): string | undefined {
  if (!tables.has(table.toLowerCase())) return `There is no table ${table} in this report type`;
  const found = findColumn(schema, shape, `${table}$${field}`);
  if (found === undefined) return `Could not find field ${field} in table ${table}`;
  if (seen.has(found.key)) return `The field ${field} of ${table} stands twice in this report type`;
  seen.add(found.key);
  return undefined;
}
