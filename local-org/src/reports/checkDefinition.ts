import { compileReport } from './compileReport.ts';
import { findColumn } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import { ReportPartError } from './reportError.ts';
import type { ReportEnvironment } from './reportRows.ts';
import type { ReportShape } from './reportShape.ts';
import { aggregateOf } from './aggregates.ts';
import type { ReportProblem } from './types.ts';

/** Each part of a definition is tried by itself, so that every problem is told and not only the first. */
export function definitionProblems(
  environment: ReportEnvironment,
  shape: ReportShape,
  definition: ReportDefinition,
): readonly ReportProblem[] {
  const problems = new Map<string, ReportProblem>();
  const check = (part: ReportDefinition): void => {
    try {
      compileReport(environment, shape, part);
    } catch (error) {
      if (!(error instanceof ReportPartError)) throw error;
      problems.set(`${error.element} ${error.message}`, error.toProblem());
    }
  };
  for (const part of partsOf(definition)) check(part);
  for (const problem of offeredProblems(environment, shape, definition)) problems.set(`${problem.element} ${problem.message}`, problem);
  if (problems.size === 0) check(definition);
  return [...problems.values()];
}

/** The definition cut down to one part after the other. */
function partsOf(definition: ReportDefinition): readonly ReportDefinition[] {
  const { rowLimit, dateFilter, booleanFilter, ...rest } = definition;
  const bare: ReportDefinition = {
    ...rest,
    detailColumns: [],
    aggregates: [],
    filters: [],
    crossFilters: [],
    sortBy: [],
    groupingsDown: definition.groupingsDown.map(({ sortAggregate: _, ...grouping }) => grouping),
    groupingsAcross: definition.groupingsAcross.map(({ sortAggregate: _, ...grouping }) => grouping),
  };
  // Elements name places in lists, so what stands before the tried one stays.
  return [
    bare,
    ...definition.detailColumns.map((column) => ({ ...bare, detailColumns: [column] })),
    ...definition.aggregates.map((aggregate) => ({ ...bare, aggregates: [aggregate] })),
    ...definition.summaryFormulas.map(({ name }) => ({ ...bare, aggregates: [name] })),
    ...definition.buckets.map(({ name }) => ({ ...bare, detailColumns: [name] })),
    ...definition.rowFormulas.map(({ name }) => ({ ...bare, detailColumns: [name] })),
    ...definition.filters.map((_, index) => ({ ...bare, filters: definition.filters.slice(0, index + 1) })),
    ...definition.crossFilters.map((_, index) => ({ ...bare, crossFilters: definition.crossFilters.slice(0, index + 1) })),
    { ...bare, sortBy: definition.sortBy, ...(rowLimit === undefined ? {} : { rowLimit }) },
    { ...bare, groupingsDown: definition.groupingsDown, groupingsAcross: definition.groupingsAcross },
    { ...bare, ...(dateFilter === undefined ? {} : { dateFilter }) },
    { ...bare, filters: definition.filters, ...(booleanFilter === undefined ? {} : { booleanFilter }) },
  ];
}

/** Columns that the report type does not offer. */
function offeredProblems({ formulaSchema }: ReportEnvironment, shape: ReportShape, definition: ReportDefinition): readonly ReportProblem[] {
  if (shape.sections === undefined) return [];
  const offered = new Set(
    shape.sections.flatMap(({ columns }) => columns).map(({ token }) => findColumn(formulaSchema, shape, token)?.key),
  );
  return columnsOf(definition).flatMap(([element, name]) => {
    const column = findColumn(formulaSchema, shape, name);
    if (column === undefined || offered.has(column.key)) return [];
    return [{ element, message: `the report type ${shape.name} does not offer the column ${name}: add it to one of its sections.` }];
  });
}

/** Every column that a definition names, with the element that does. */
function columnsOf(definition: ReportDefinition): readonly (readonly [element: string, column: string])[] {
  return [
    ...definition.detailColumns.map((name) => [`columns ${name}`, name] as const),
    ...definition.groupingsDown.map(({ column }, index) => [`groupingsDown ${String(index + 1)}`, column] as const),
    ...definition.groupingsAcross.map(({ column }, index) => [`groupingsAcross ${String(index + 1)}`, column] as const),
    ...definition.filters.map(({ column }, index) => [`filter ${String(index + 1)}`, column] as const),
    ...definition.sortBy.map(({ column }) => ['sortColumn', column] as const),
    ...definition.buckets.map(({ name, column }) => [`buckets ${name}`, column] as const),
    ...(definition.dateFilter === undefined ? [] : [['timeFrameFilter', definition.dateFilter.column] as const]),
    ...definition.aggregates.flatMap((name) => {
      const aggregate = aggregateOf(name);
      return aggregate.kind === 'column' ? [[`aggregates ${name}`, aggregate.column] as const] : [];
    }),
  ];
}
