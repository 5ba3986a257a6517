import type { Expression } from '../soql/expressions.ts';
import { comparable, isFoldedText, kindOf } from '../soql/expressions.ts';
import type { ColumnExpression } from './columnExpressions.ts';
import type { DateGranularity, ReportGrouping, SortOrder } from './definition.ts';
import { periodSql, type PeriodRules } from './periods.ts';
import { ReportPartError } from './reportError.ts';
import type { ReportTables } from './reportRows.ts';

/** What a grouping groups by. */
export type GroupKind = 'record' | 'period' | 'picklist' | 'bucket' | 'boolean' | 'number' | 'text';

/** A grouping in a statement. */
export interface CompiledGrouping {
  readonly column: ColumnExpression;
  readonly kind: GroupKind;
  readonly keySql: string;
  /** Equal for what is one group: where case is ignored. */
  readonly foldedSql: string;
  readonly granularity: DateGranularity;
  readonly sortOrder: SortOrder;
  readonly sortAggregate?: string;
}

/** Not kept in a form that can be told apart, or too long to. */
const NOT_GROUPED = new Set(['longtextarea', 'base64', 'encryptedstring', 'address', 'location', 'time']);

/** @throws ReportPartError, HiddenPartError */
export function compileGrouping(own: ReportTables, grouping: ReportGrouping, element: string, periods: PeriodRules): CompiledGrouping {
  const column = own.columns.of(grouping.column, element);
  const { value, idSql } = column;
  if (NOT_GROUPED.has(value.type)) throw new ReportPartError(element, `a column of type ${value.type} cannot be grouped by.`);
  const common = {
    column,
    granularity: grouping.granularity,
    sortOrder: grouping.sortOrder,
    ...(grouping.sortAggregate === undefined ? {} : { sortAggregate: grouping.sortAggregate }),
  };
  if (idSql !== undefined) return { ...common, kind: 'record', keySql: idSql, foldedSql: idSql };
  const kind = kindOfGroups(column);
  if (kind !== 'period') {
    const folds = kind === 'text' && isFoldedText(value);
    return { ...common, kind, keySql: value.sql, foldedSql: folds ? comparable(value) : value.sql };
  }
  const keySql = periodSql(value.sql, value.type === 'date' ? 'date' : 'datetime', grouping.granularity, periods);
  return { ...common, kind, keySql, foldedSql: keySql };
}

function kindOfGroups({ value, source }: ColumnExpression): GroupKind {
  if ('values' in source) return 'bucket';
  const { type }: Expression = value;
  if (type === 'picklist') return 'picklist';
  switch (kindOf(type)) {
    case 'date':
    case 'datetime':
      return 'period';
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    default:
      return 'text';
  }
}
