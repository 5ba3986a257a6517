import { textOf } from '../client.ts';
import type { ReportTypeFile } from '../reference/reportFile.ts';
import type { Column, Tables } from '../reference/tables.ts';

/** A column that a report type offers, with some of the values that it has. */
export interface DrawnColumn extends Column {
  /** Name by which summary formulas call it. */
  readonly formulaName: string;
  /** Up to `MOST_VALUES` of those that records have, as texts. */
  readonly values: readonly string[];
}

/** A report type as somebody who builds a report sees it. */
export interface DrawnType {
  readonly name: string;
  readonly baseObject: string;
  readonly columns: readonly DrawnColumn[];
}

const MOST_VALUES = 40;

/** The report type with all columns of its file. */
export async function drawnType(name: string, type: ReportTypeFile, tables: Tables): Promise<DrawnType> {
  const columns = await tables.columns(type, type.columns);
  const rows = await tables.rows(type, type.columns);
  const objectOf = new Map([...(await tables.tables(type))].map(([object, table]) => [table, object]));
  return {
    name,
    baseObject: type.baseObject,
    columns: [...columns.values()].map((column) => {
      const [table = '', path = ''] = column.token.split('$');
      const values = new Set(rows.map((row) => textOf(row.get(column.token))).filter((value) => value !== ''));
      return { ...column, formulaName: `${objectOf.get(table) ?? table}.${path}`, values: [...values].slice(0, MOST_VALUES) };
    }),
  };
}

export const isNumber = ({ type }: Column): boolean => ['double', 'int', 'currency', 'percent'].includes(type);
export const isDay = ({ type }: Column): boolean => type === 'date' || type === 'datetime';
/** Long texts can be searched, and neither grouped nor compared. */
export const isLongText = ({ type }: Column): boolean => type === 'textarea';
export const isId = ({ token }: Column): boolean => token.endsWith('$Id');
