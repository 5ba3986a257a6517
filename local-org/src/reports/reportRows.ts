import type { UserAccess } from '../access/types.ts';
import type { Schema } from '../schema/types.ts';
import { NO_TEXT } from '../soql/errors.ts';
import type { SelectScope } from '../soql/expressions.ts';
import type { FormulaFields } from '../soql/formulaFields.ts';
import { SqlBuilder } from '../soql/sqlBuilder.ts';
import { Tables, type TableNode } from '../soql/tables.ts';
import type { Collation } from '../soql/textOrder.ts';
import { ColumnExpressions } from './columnExpressions.ts';
import type { ReportDefinition } from './definition.ts';
import type { PeriodRules } from './periods.ts';
import { HiddenPartError } from './reportError.ts';
import type { ReportShape } from './reportShape.ts';
import type { RowFormulas } from './rowFormulas.ts';

/** For whom a report is compiled, and with what. */
export interface ReportEnvironment {
  /** What the user sees of the org. */
  readonly schema: Schema;
  /** The whole of it. */
  readonly formulaSchema: Schema;
  /** Absent in system mode. */
  readonly access?: Pick<UserAccess, 'records'>;
  readonly formulas: FormulaFields;
  readonly rowFormulas: RowFormulas;
  readonly collation: Collation;
  readonly periods: PeriodRules;
}

/** The tables of a report type in one statement, and its columns over them. */
export interface ReportTables {
  readonly builder: SqlBuilder;
  readonly tables: Tables;
  readonly select: SelectScope;
  readonly columns: ColumnExpressions;
  /** Conditions that hold for every row: not deleted, and reached by the user. */
  readonly conditions: readonly string[];
  /** Ids of a row's records, one for each object of the report type: together they tell one row from another. */
  readonly rowIds: readonly string[];
}

/**
 * Puts the objects of a report type together.
 * @throws HiddenPartError when the user may not read one of them
 */
export function reportTables(
  environment: ReportEnvironment,
  shape: ReportShape,
  definition: Pick<ReportDefinition, 'buckets' | 'rowFormulas'>,
  builder = new SqlBuilder(),
): ReportTables {
  const { schema, formulaSchema, access, formulas, rowFormulas } = environment;
  const visible = shape.tables.map(({ object }) => {
    const found = schema.object(object.name);
    if (found === undefined) throw new HiddenPartError(object.name);
    return found;
  });
  const [base = shape.tables[0].object] = visible;
  const tables = new Tables(schema, builder, base, formulaSchema, access);
  const nodes: TableNode[] = [tables.root];
  for (const { object, join } of shape.tables.slice(1)) {
    const parent = nodes.at(-1) ?? tables.root;
    const on = (alias: string): string => {
      const own = `${alias}."${join?.field.name ?? ''}" = ${parent.column('Id')} AND ${alias}."IsDeleted" = 0`;
      return tables.hides(object) ? `${own} AND ${tables.readable(object, alias)}` : own;
    };
    const node = tables.join(object, on, parent);
    if (join?.outer !== true) node.require();
    nodes.push(node);
  }
  const select: SelectScope = { tables, formulas, query: NO_TEXT, rootNames: [], parents: [] };
  const columns = new ColumnExpressions({ shape, schema: formulaSchema, select, nodes, rowFormulas }, definition);
  const rowIds = nodes.map((node) => node.column('Id'));
  return { builder, tables, select, columns, conditions: rootConditions(tables), rowIds };
}

function rootConditions(tables: Tables): readonly string[] {
  const { root } = tables;
  const live = `${root.column('IsDeleted')} = 0`;
  return tables.hides(root.object) ? [live, tables.readable(root.object, root.alias)] : [live];
}
