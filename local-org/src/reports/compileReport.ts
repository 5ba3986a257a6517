import { FormulaError } from '../formula/errors.ts';
import type { FormulaContext } from '../formula/types.ts';
import { sortKey } from '../soql/ordering.ts';
import { aggregateOf, summaryMismatch, summaryType, type AggregateName } from './aggregates.ts';
import type { ColumnExpression } from './columnExpressions.ts';
import { findColumn } from './columns.ts';
import { rowConditions } from './conditions.ts';
import type { ReportDefinition, ReportGrouping, ReportSort, SummaryFormula } from './definition.ts';
import type { FactPart, Facts } from './facts.ts';
import { compileGrouping, type CompiledGrouping } from './groupings.ts';
import { Measures } from './measures.ts';
import { HiddenPartError, ReportPartError } from './reportError.ts';
import { reportTables, type ReportEnvironment, type ReportTables } from './reportRows.ts';
import type { ReportShape } from './reportShape.ts';
import { compileSummaryFormula, type CompiledSummaryFormula, type SummarySource } from './summaryFormulas.ts';
import type { AggregateColumn } from './result.ts';

/** An aggregate of a compiled report. */
export type CompiledAggregate = Pick<AggregateColumn, 'name' | 'type' | 'scale'> &
  (
    | {
        readonly kind: 'summary';
        readonly read: (facts: Facts) => FactPart;
        readonly source: SummarySource;
        readonly column?: ColumnExpression;
      }
    | {
        readonly kind: 'formula';
        readonly formula: SummaryFormula;
        readonly compiled: FormulaReader;
        readonly shownAt: { readonly down?: number; readonly across?: number };
      }
  );

/** A summary formula with how each of its values is read. */
export interface FormulaReader extends Pick<CompiledSummaryFormula, 'references'> {
  readonly reads: readonly ((facts: Facts) => FactPart)[];
  readonly evaluate: (values: readonly FactPart[], context: FormulaContext) => number | null | 'error';
}

/** A column of the details. */
export interface CompiledDetail {
  readonly name: string;
  readonly column: ColumnExpression;
}

/** A report as the parts of its statements. */
export interface CompiledReport {
  readonly own: ReportTables;
  readonly measures: Measures;
  readonly down: readonly CompiledGrouping[];
  readonly across: readonly CompiledGrouping[];
  readonly aggregates: readonly CompiledAggregate[];
  /** By which groups may be sorted beside those that are shown, by lower-cased name. */
  readonly sortAggregates: ReadonlyMap<string, CompiledAggregate>;
  readonly details: readonly CompiledDetail[];
  /** Tables, joins and WHERE. */
  readonly from: string;
  /** Keys of ORDER BY of the details. */
  readonly order: readonly string[];
}

const MOST_GROUPINGS = { tabular: [0, 0], summary: [3, 0], matrix: [2, 2] } as const;

/**
 * Compiles a report for a user: columns and aggregates that they may not see are left out.
 * @throws ReportPartError for what cannot be run; HiddenPartError where the report groups, filters or sorts by what they may not see
 */
export function compileReport(environment: ReportEnvironment, shape: ReportShape, definition: ReportDefinition): CompiledReport {
  checkForm(definition);
  const own = reportTables(environment, shape, definition);
  const groupings = (list: readonly ReportGrouping[], element: string): readonly CompiledGrouping[] =>
    list.map((grouping, index) => compileGrouping(own, grouping, `${element} ${String(index + 1)}`, environment.periods));
  const down = groupings(definition.groupingsDown, 'groupingsDown');
  const across = groupings(definition.groupingsAcross, 'groupingsAcross');
  const measures = new Measures();
  const compiler = new AggregateCompiler(environment, shape, own, measures, definition);
  const details = visible(definition.detailColumns, (name) => ({ name, column: own.columns.of(name, `columns ${name}`) }));
  const aggregates = visible(definition.aggregates, (name) => compiler.compile(name, `aggregates ${name}`));
  const sortAggregates = new Map<string, CompiledAggregate>();
  for (const { sortAggregate } of [...down, ...across]) {
    if (sortAggregate !== undefined)
      sortAggregates.set(sortAggregate.toLowerCase(), compiler.compile(sortAggregate, `sortByName ${sortAggregate}`));
  }
  const order = orderKeys(environment, own, definition);
  const conditions = rowConditions(environment, own, definition);
  // After all expressions, because they join the tables that they need.
  const from = `${own.tables.sql()} WHERE ${conditions.join(' AND ')}`;
  return { own, measures, down, across, aggregates, sortAggregates, details, from, order };
}

function checkForm({ format, groupingsDown, groupingsAcross, rowLimit, aggregateFilters = [] }: ReportDefinition): void {
  if (aggregateFilters.length > 0)
    throw new ReportPartError('aggregateFilters', 'filters on the figures of groups are not run by local-org.');
  const [down, across] = MOST_GROUPINGS[format];
  for (const [list, most, element] of [
    [groupingsDown, down, 'groupingsDown'],
    [groupingsAcross, across, 'groupingsAcross'],
  ] as const) {
    if (list.length > most)
      throw new ReportPartError(element, `a ${format} report takes ${most === 0 ? 'no' : `at most ${String(most)}`} such groupings.`);
  }
  if (format !== 'tabular' && groupingsDown.length === 0) throw new ReportPartError('groupingsDown', `a ${format} report needs one.`);
  if (format === 'matrix' && groupingsAcross.length === 0) throw new ReportPartError('groupingsAcross', 'a matrix report needs one.');
  if (rowLimit === undefined) return;
  if (format !== 'tabular') throw new ReportPartError('rowLimit', 'only a tabular report can be limited to its first rows.');
  if (!Number.isInteger(rowLimit) || rowLimit < 1) throw new ReportPartError('rowLimit', 'is a whole number from 1.');
}

/** Those that the user may see. */
function visible<Name, Part>(names: readonly Name[], compile: (name: Name) => Part): readonly Part[] {
  return names.flatMap((name) => {
    try {
      return [compile(name)];
    } catch (error) {
      if (error instanceof HiddenPartError) return [];
      throw error;
    }
  });
}

/** Texts by the user's language, picklists by their values' order; at last by ids, so that the order is always the same. */
function orderKeys(
  { collation }: ReportEnvironment,
  { columns, select, rowIds }: ReportTables,
  { sortBy, rowLimit }: ReportDefinition,
): readonly string[] {
  const keyOf = ({ column, sortOrder }: ReportSort): string => {
    const { value } = columns.of(column, 'sortColumn');
    const key = sortKey(select, value, collation);
    return sortOrder === 'Desc' ? `${key} DESC NULLS LAST` : `${key} ASC NULLS FIRST`;
  };
  // Which rows are the first ones must not depend on who looks.
  const keys = rowLimit === undefined ? visible(sortBy, keyOf) : sortBy.map(keyOf);
  if (rowLimit !== undefined && keys.length === 0)
    throw new ReportPartError('rowLimit', 'needs sortColumn: without an order the first rows are any rows.');
  return [...keys, ...rowIds.map((id) => `${id} ASC`)];
}

/** Aggregates of one report. */
class AggregateCompiler {
  readonly #environment: ReportEnvironment;
  readonly #shape: ReportShape;
  readonly #own: ReportTables;
  readonly #measures: Measures;
  readonly #definition: ReportDefinition;

  constructor(environment: ReportEnvironment, shape: ReportShape, own: ReportTables, measures: Measures, definition: ReportDefinition) {
    this.#environment = environment;
    this.#shape = shape;
    this.#own = own;
    this.#measures = measures;
    this.#definition = definition;
  }

  compile(name: string, element: string): CompiledAggregate {
    const aggregate = aggregateOf(name);
    return aggregate.kind === 'formula' ? this.#formula(name, aggregate, element) : this.#summary(name, aggregate, element);
  }

  #summary(name: string, source: SummarySource, element: string): CompiledAggregate {
    const read = this.#reader(source, element);
    if (source.kind === 'rowCount') return { kind: 'summary', name: 'RowCount', type: 'int', scale: 0, read, source };
    const column = this.#own.columns.of(source.column, element);
    return { kind: 'summary', name, ...summaryType(source.summary, column), read, source, column };
  }

  #reader(source: SummarySource, element: string): (facts: Facts) => FactPart {
    if (source.kind === 'rowCount') return ({ rows }) => rows;
    const column = this.#own.columns.of(source.column, element);
    const mismatch = summaryMismatch(source.summary, column);
    if (mismatch !== undefined) throw new ReportPartError(element, mismatch);
    return this.#measures.reader(source.summary, column);
  }

  #formula(name: string, aggregate: Extract<AggregateName, { kind: 'formula' }>, element: string): CompiledAggregate {
    const formula = this.#definition.summaryFormulas.find((candidate) => candidate.name.toLowerCase() === aggregate.name.toLowerCase());
    if (formula === undefined) throw new ReportPartError(element, `there is no summary formula ${name}.`);
    try {
      const compiled = compileSummaryFormula(formula, {
        typeOf: (source) => this.#summaryType(source, element),
        groupingOf: (token) => this.#groupingOf(token),
      });
      const reads = compiled.references.map(({ source }) => this.#reader(source, element));
      const shownAt = this.#shownAt(formula, element);
      const evaluate: FormulaReader['evaluate'] = (values, context) => compiled.evaluate(values, context);
      return {
        kind: 'formula',
        name: formula.name,
        type: formula.dataType === 'number' ? 'double' : formula.dataType,
        scale: formula.scale,
        formula,
        compiled: { references: compiled.references, reads, evaluate },
        shownAt,
      };
    } catch (error) {
      if (error instanceof FormulaError) throw new ReportPartError(element, error.message);
      throw error;
    }
  }

  #summaryType(source: SummarySource, element: string): { type: 'int' | 'double' | 'currency' | 'percent' | 'date' | 'datetime' } {
    if (source.kind === 'rowCount') return { type: 'int' };
    const column = this.#own.columns.of(source.column, element);
    return { type: summaryType(source.summary, column).type };
  }

  #shownAt({ downContext, acrossContext }: SummaryFormula, element: string): { readonly down?: number; readonly across?: number } {
    const depth = (context: string | undefined, side: 'down' | 'across'): number | undefined => {
      if (context === undefined || context.toLowerCase() === 'all' || context === '') return undefined;
      if (['GRAND_SUMMARY', 'ROW_GRAND_SUMMARY', 'COLUMN_GRAND_SUMMARY', 'GLOBAL'].includes(context.toUpperCase())) return 0;
      const found = this.#groupingOf(context);
      if (found?.side !== side)
        throw new ReportPartError(element, `${side}GroupingContext: the report is not grouped ${side} by ${context}.`);
      return found.depth;
    };
    const down = depth(downContext, 'down');
    const across = depth(acrossContext, 'across');
    return { ...(down === undefined ? {} : { down }), ...(across === undefined ? {} : { across }) };
  }

  #groupingOf(name: string): { readonly side: 'down' | 'across'; readonly depth: number } | undefined {
    const { groupingsDown, groupingsAcross } = this.#definition;
    const wanted = this.#keyOf(name);
    const down = groupingsDown.findIndex(({ column }) => this.#keyOf(column) === wanted);
    if (down >= 0) return { side: 'down', depth: down + 1 };
    const across = groupingsAcross.findIndex(({ column }) => this.#keyOf(column) === wanted);
    return across >= 0 ? { side: 'across', depth: across + 1 } : undefined;
  }

  #keyOf(name: string): string {
    return findColumn(this.#environment.formulaSchema, this.#shape, name)?.key ?? name.toLowerCase();
  }
}
