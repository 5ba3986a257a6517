import type { TextName } from '../../texts/en.ts';
import { fillText } from '../../texts/fillText.ts';
import type { FilterContext } from './filterWords.ts';

/** How a filter on a day or a moment is said, by its operator. */
export const dateSentences: Readonly<Record<string, TextName>> = {
  equals: 'filterOf',
  notEqual: 'filterDateNot',
  greaterOrEqual: 'filterDateFrom',
  greaterThan: 'filterDateAfter',
  lessOrEqual: 'filterDateUntil',
  lessThan: 'filterDateBefore',
};

/** A day, a moment or a period in words: `LAST_N_MONTHS:12` is "last 12 months". */
export function dateValueText(value: string, context: FilterContext): string {
  if (/^\d{4}-\d{2}-\d{2}/u.test(value)) return dayText(value, context.locale);
  return periodName(value, context) ?? countedPeriod(value, context) ?? (/^[A-Z][A-Z_]+(?::\d+)?$/u.test(value) ? plainName(value) : value);
}

/** The name of a period; undefined for one between two days. */
export function durationLabel(value: string | null | undefined, context: FilterContext): string | undefined {
  return value === null || value === undefined || value === 'CUSTOM' ? undefined : dateValueText(value, context);
}

/** A day as the user's locale writes it. */
export function dayText(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

function periodName(value: string, { describe }: FilterContext): string | undefined {
  const groups = describe?.reportTypeMetadata.standardDateFilterDurationGroups ?? [];
  return groups.flatMap(({ standardDateFilterDurations }) => standardDateFilterDurations).find((one) => one.value === value)?.label;
}

/** The browser knows how many days, weeks, months and years are called; it has no quarters. */
function countedPeriod(value: string, { texts, locale }: FilterContext): string | undefined {
  const [, side, unit, count] = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|YEAR)S:(\d+)$/u.exec(value) ?? [];
  if (side === undefined || unit === undefined) return undefined;
  const amount = new Intl.NumberFormat(locale, { style: 'unit', unit: unit.toLowerCase(), unitDisplay: 'long' }).format(Number(count));
  return fillText(side === 'LAST' ? texts.filterLast : texts.filterNext, [amount]);
}

function plainName(value: string): string {
  return value
    .replace(/_N_(\w+):(\d+)$/u, ' $2 $1')
    .replaceAll('_', ' ')
    .toLowerCase();
}
