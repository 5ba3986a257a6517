import { fillText, type Texts } from '../../texts/fillText.ts';
import { filterSentence as sentenceOf, filterTextName } from '../../texts/filterSentence.ts';
import { dateSentences, dateValueText, dayText, durationLabel } from './dateWords.ts';
import type { WireDateFilter, WireDescribe, WireExtendedMetadata, WireFilter, WireFilterColumn, WireReportMetadata } from './wire.ts';

/** What filters are told with: the words, and what the columns are called. */
export interface FilterContext {
  readonly texts: Texts;
  readonly locale: string;
  readonly describe: WireDescribe | undefined;
  readonly extended: WireExtendedMetadata | undefined;
}

/** A column that is filtered by; undefined while nobody knows it. */
export function filterColumn(describe: WireDescribe | undefined, name: string): WireFilterColumn | undefined {
  return describe?.reportTypeMetadata.categories.map(({ columns }) => columns[name]).find((found) => found !== undefined);
}

/** What a column is called. */
export function columnLabel({ describe, extended }: FilterContext, name: string): string {
  const found = filterColumn(describe, name) ?? extended?.detailColumnInfo[name] ?? extended?.groupingColumnInfo[name];
  return found?.label ?? name.slice(name.lastIndexOf('.') + 1).replace(/__[cr]$/u, '');
}

/** One filter, in words. */
export function filterSentence(filter: WireFilter, context: FilterContext): string {
  const { texts, describe } = context;
  const label = columnLabel(context, filter.column);
  const column = filterColumn(describe, filter.column);
  const isDate = column?.dataType.startsWith('date') === true;
  const values = comparedValues(filter).map((value) => (isDate ? dateValueText(value, context) : valueLabel(column, value, texts)));
  return sentenceOf(texts, { label, operator: filter.operator, values, text: isDate ? dateSentences[filter.operator] : undefined });
}

/** An order has one value: the comma of `1,000` divides nothing. */
function comparedValues({ operator, value }: WireFilter): readonly string[] {
  const isOrder = /^(?:less|greater)/u.test(operator);
  return isOrder && value !== '' ? [value.replaceAll('"', '')] : splitValues(value);
}

/** What an operator is called: the sentence without what it compares. */
export function operatorLabel(operator: string, texts: Texts, otherwise: string): string {
  const sentence = filterTextName(operator);
  return sentence === undefined ? otherwise : fillText(texts[sentence], ['', '']).trim();
}

/** A picklist's label, yes and no, or the value itself. */
function valueLabel(column: WireFilterColumn | undefined, value: string, texts: Texts): string {
  if (column?.dataType === 'boolean') return /^(?:true|1)$/iu.test(value) ? texts.yes : texts.no;
  return column?.filterValues?.find(({ name }) => name === value)?.label ?? value;
}

/** The values of a filter, which commas divide; one with a comma inside stands in quotes. */
export function splitValues(text: string): readonly string[] {
  const found = text.match(/"[^"]*"|[^,]+/gu) ?? [];
  return found.map((value) => value.trim().replace(/^"|"$/gu, '')).filter((value) => value !== '');
}

/** The same as one text. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => (value.includes(',') ? `"${value}"` : value)).join(',');
}

/** Which time is looked at, in words; undefined where it is all. */
export function dateSentence(filter: WireDateFilter | null | undefined, context: FilterContext): string | undefined {
  const { column, startDate, endDate } = filter ?? {};
  if (filter === null || filter === undefined || column === null || column === undefined) return undefined;
  const period = durationLabel(filter.durationValue, context);
  const dates = [startDate, endDate].map((date) => (date === null || date === undefined ? undefined : dayText(date, context.locale)));
  if (period === undefined && dates.every((date) => date === undefined)) return undefined;
  const [from = '…', to = '…'] = dates;
  const range = dates.every((date) => date === undefined) ? '' : `${from} – ${to}`;
  return fillText(context.texts.filterOf, [
    columnLabel(context, column),
    period === undefined ? range : range === '' ? period : `${period} (${range})`,
  ]);
}

/** All that a report leaves out, in words: whose rows, which time, each filter, which records must be there, how many rows. */
export function allFilters(
  metadata: WireReportMetadata,
  context: FilterContext,
): readonly { readonly text: string; readonly isLocked: boolean }[] {
  const { texts, describe } = context;
  const scope = describe?.reportTypeMetadata.scopeInfo?.values.find(({ value }) => value === metadata.scope)?.label;
  const date = dateSentence(metadata.standardDateFilter, context);
  const logic = metadata.reportBooleanFilter;
  const filters = metadata.reportFilters ?? [];
  const isNumbered = typeof logic === 'string' && logic !== '';
  return [
    ...(scope === undefined ? [] : [scope]).map(open),
    ...(date === undefined ? [] : [date]).map(open),
    ...filters.map((filter, index) => ({
      text: `${isNumbered ? `${String(index + 1)}. ` : ''}${filterSentence(filter, context)}`,
      isLocked: filter.isRunPageEditable === false,
    })),
    ...(isNumbered ? [open(fillText(texts.filterLogic, [logic]))] : []),
    ...(metadata.crossFilters ?? []).map(({ includesObject = true, relatedEntity = '', criteria = [] }) => {
      const inside = criteria.map((one) => filterSentence(one, context));
      const text = fillText(includesObject ? texts.filterWith : texts.filterWithout, [objectLabel(relatedEntity, context)]);
      return open(inside.length === 0 ? text : fillText(texts.filterOf, [text, inside.join(', ')]));
    }),
    ...(metadata.topRows ? [open(fillText(texts.filterTop, [String(metadata.topRows.rowLimit)]))] : []),
  ];
}

function open(text: string): { readonly text: string; readonly isLocked: boolean } {
  return { text, isLocked: false };
}

function objectLabel(name: string, { describe }: FilterContext): string {
  const found = describe?.reportTypeMetadata.objects?.find(({ apiName }) => apiName === name);
  return found?.label ?? name.replace(/__c$/u, '');
}
