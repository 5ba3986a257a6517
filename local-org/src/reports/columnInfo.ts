import { schemaInLanguage } from '../schema/schemaInLanguage.ts';
import type { Schema } from '../schema/types.ts';
import type { Summary } from './aggregates.ts';
import type { ColumnExpression } from './columnExpressions.ts';
import { findColumn } from './columns.ts';
import type { CompiledAggregate, CompiledDetail } from './compileReport.ts';
import { rowFormulaType } from './rowFormulas.ts';
import type { AggregateColumn, ReportColumn } from './result.ts';
import type { ReportShape } from './reportShape.ts';

/** What columns are called for somebody with this language. */
export class ColumnInfo {
  readonly #shape: ReportShape;
  readonly #schema: Schema;
  /** Labels that the report type gives columns, by their key. */
  readonly #given = new Map<string, string>();

  constructor(schema: Schema, shape: ReportShape, language: string) {
    this.#shape = shape;
    this.#schema = schemaInLanguage(schema, language);
    for (const { token, label } of (shape.sections ?? []).flatMap(({ columns }) => columns)) {
      const key = label === undefined ? undefined : findColumn(schema, shape, token)?.key;
      if (key !== undefined && label !== undefined) this.#given.set(key, label);
    }
  }

  column({ value, source }: ColumnExpression): ReportColumn {
    const scale = value.scale ?? value.field?.scale;
    const measured = scale === undefined ? {} : { scale };
    if ('key' in source) {
      const { name, token, lookup } = source;
      return {
        name,
        token,
        label: this.#labelOf(token),
        type: lookup === undefined ? value.type : 'reference',
        kind: 'field',
        ...measured,
      };
    }
    const { name, label } = source;
    if ('formula' in source) return { name, token: name, label, type: rowFormulaType(source), kind: 'formula', scale: source.scale };
    return { name, token: name, label, type: 'string', kind: 'bucket' };
  }

  detail({ column }: CompiledDetail): ReportColumn {
    return this.column(column);
  }

  aggregate(aggregate: CompiledAggregate): AggregateColumn {
    const { name, type, scale } = aggregate;
    if (aggregate.kind === 'formula') return { name, label: aggregate.formula.label, type, scale };
    const { source, column } = aggregate;
    if (source.kind === 'rowCount' || column === undefined) return { name, label: 'Record Count', type, scale };
    const { label, name: columnName } = this.column(column);
    return {
      name: `${name.slice(0, name.indexOf('!'))}!${columnName}`,
      label: `${WORDS[source.summary]} ${label}`,
      type,
      scale,
      summary: source.summary,
      columnLabel: label,
    };
  }

  /** `Account: Industry` for a field by way of a lookup, unless the report type calls it otherwise. */
  #labelOf(token: string): string {
    const column = findColumn(this.#schema, this.#shape, token);
    if (column === undefined) return token;
    return this.#given.get(column.key) ?? column.labels.join(': ');
  }
}

const WORDS: Readonly<Record<Summary, string>> = {
  sum: 'Sum of',
  average: 'Average',
  minimum: 'Smallest',
  maximum: 'Largest',
  unique: 'Unique',
};
