import type { BucketField, CrossFilter, ReportFilter, ReportGrouping, RowFormula, SummaryFormula } from '../../reports/types.ts';
import { dateGranularities } from '../../reports/definition.ts';
import { badRequest } from '../analyticsErrors.ts';
import type { BucketInput, CrossFilterInput, FilterInput, GroupingInput, MetadataInput } from './metadataInput.ts';

/** Parts of a request's `reportMetadata` as the engine has them. */

export function groupingOf({ name, sortOrder, dateGranularity, sortAggregate }: GroupingInput): ReportGrouping {
  const wanted = (dateGranularity ?? 'None').toLowerCase().replaceAll(/[ _]/gu, '').replace('calendar', '');
  const granularity = wanted === 'none' ? 'Day' : dateGranularities.find((one) => one.toLowerCase() === wanted);
  if (granularity === undefined) throw badRequest(`The date granularity ${String(dateGranularity)} is invalid.`);
  const sort = sortAggregate == null ? {} : { sortAggregate: sortAggregate.replace(/^mx!/u, 'x!') };
  return { column: name, granularity, sortOrder: sortOrder ?? 'Asc', ...sort };
}

export function filterOf({ column, operator, value, filterType }: FilterInput): ReportFilter {
  return { column, operator, value: value ?? '', ...(filterType === 'fieldToField' ? { columnToColumn: true } : {}) };
}

export function crossFilterOf(filter: CrossFilterInput): CrossFilter {
  return {
    column: filter.primaryEntityField,
    operation: filter.includesObject ? 'with' : 'without',
    relatedObject: filter.relatedEntity,
    relatedField: filter.relatedEntityJoinField,
    filters: filter.criteria?.map(filterOf) ?? [],
  };
}

export function bucketOf(input: BucketInput): BucketField {
  const name = input.developerName ?? input.devloperName;
  if (name == null) throw badRequest('A bucket field needs a developerName.');
  const type = input.bucketType === 'percent' ? 'number' : input.bucketType;
  let from: number | undefined;
  const values = input.values.map(({ label, rangeUpperBound, sourceDimensionValues }) => {
    const range =
      type === 'number' ? { ...(from === undefined ? {} : { from }), ...(rangeUpperBound == null ? {} : { to: rangeUpperBound }) } : {};
    from = rangeUpperBound ?? from;
    return { label, sources: sourceDimensionValues ?? [], ...range };
  });
  return {
    name,
    label: input.label,
    type,
    column: input.sourceColumnName,
    values,
    ...(input.otherBucketLabel == null ? {} : { otherLabel: input.otherBucketLabel }),
    blankAsZero: input.nullTreatedAsZero ?? false,
  };
}

export function summaryFormulasOf({ customSummaryFormula: given }: MetadataInput): readonly SummaryFormula[] | undefined {
  if (given === undefined || given === null) return undefined;
  if (Array.isArray(given)) return [];
  return Object.entries(given).map(([name, formula]) => ({
    name,
    label: formula.label,
    ...(formula.description == null ? {} : { description: formula.description }),
    formula: formula.formula,
    dataType: formula.formulaType,
    scale: formula.decimalPlaces ?? 0,
    ...contextOf('downContext', formula.downGroupType, formula.downGroup),
    ...contextOf('acrossContext', formula.acrossGroupType, formula.acrossGroup),
  }));
}

function contextOf<Name extends 'downContext' | 'acrossContext'>(
  name: Name,
  type: string | null | undefined,
  group: string | null | undefined,
): { readonly [Key in Name]?: string } {
  if (type === 'grand_total') return { [name]: 'GRAND_SUMMARY' } as { readonly [Key in Name]?: string };
  return type === 'custom' && group != null ? ({ [name]: group } as { readonly [Key in Name]?: string }) : {};
}

export function rowFormulasOf({ customDetailFormula: given }: MetadataInput): readonly RowFormula[] | undefined {
  if (given === undefined || given === null) return undefined;
  if (Array.isArray(given)) return [];
  return Object.entries(given).map(([name, formula]) => ({
    name,
    label: formula.label,
    ...(formula.description == null ? {} : { description: formula.description }),
    formula: formula.formula,
    dataType: formula.formulaType,
    scale: formula.decimalPlaces ?? 0,
  }));
}
