import type { ColumnExpression } from './columnExpressions.ts';
import type { AggregateColumn } from './result.ts';

/** How a column is summed up. */
export type Summary = 'sum' | 'average' | 'minimum' | 'maximum' | 'unique';

/** What an aggregate's name says. */
export type AggregateName =
  | { readonly kind: 'rowCount' }
  | { readonly kind: 'column'; readonly summary: Summary; readonly column: string }
  | { readonly kind: 'formula'; readonly name: string };

const PREFIXES: ReadonlyMap<string, Summary> = new Map([
  ['s', 'sum'],
  ['a', 'average'],
  ['m', 'minimum'],
  ['x', 'maximum'],
  ['mx', 'maximum'],
  ['u', 'unique'],
]);

/** Summaries as summary formulas call them. */
const SUFFIXES: ReadonlyMap<string, Summary> = new Map([
  ['sum', 'sum'],
  ['avg', 'average'],
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['unique', 'unique'],
]);

/** Reads `RowCount`, `s!PulseResponse__c.Rated__c`, `FORMULA1`. */
export function aggregateOf(text: string): AggregateName {
  if (text.toLowerCase() === 'rowcount') return { kind: 'rowCount' };
  const mark = text.indexOf('!');
  const summary = mark < 0 ? undefined : PREFIXES.get(text.slice(0, mark).toLowerCase());
  return summary === undefined ? { kind: 'formula', name: text } : { kind: 'column', summary, column: text.slice(mark + 1) };
}

/** Reads what a summary formula names: `RowCount`, `PulseResponse__c.Rated__c:SUM`; undefined for anything else. */
export function summaryOf(text: string): Exclude<AggregateName, { kind: 'formula' }> | undefined {
  if (text.toLowerCase() === 'rowcount') return { kind: 'rowCount' };
  const mark = text.lastIndexOf(':');
  const summary = mark < 0 ? undefined : SUFFIXES.get(text.slice(mark + 1).toLowerCase());
  return summary === undefined ? undefined : { kind: 'column', summary, column: text.slice(0, mark) };
}

/** The name of an aggregate as the Analytics API writes it. */
export function aggregateName(summary: Summary, column: string): string {
  const prefixes: Readonly<Record<Summary, string>> = { sum: 's', average: 'a', minimum: 'm', maximum: 'x', unique: 'u' };
  return `${prefixes[summary]}!${column}`;
}

/** Why a column cannot be summed up so; undefined: it can. */
export function summaryMismatch(summary: Summary, { value: { type } }: ColumnExpression): string | undefined {
  const numeric = ['int', 'double', 'currency', 'percent', 'boolean'].includes(type);
  const ordered = numeric || type === 'date' || type === 'datetime';
  const fits = summary === 'unique' || (summary === 'sum' || summary === 'average' ? numeric : ordered);
  return fits ? undefined : `the ${summary} of a column of type ${type} cannot be told.`;
}

/** The type and the decimals of a summary. */
export function summaryType(summary: Summary, { value }: ColumnExpression): Pick<AggregateColumn, 'type' | 'scale'> {
  const { type, field, scale = field?.scale ?? 0 } = value;
  if (summary === 'unique') return { type: 'int', scale: 0 };
  if (type === 'currency' || type === 'percent') return { type, scale };
  if (type === 'date' || type === 'datetime') return { type, scale: 0 };
  if (summary === 'average') return { type: 'double', scale: Math.max(scale, 2) };
  return { type: type === 'int' || type === 'boolean' ? 'int' : 'double', scale: type === 'int' ? 0 : scale };
}
