import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseComponentsFolder } from '../build/installedPackages.ts';

/** What `@salesforce/i18n/<name>` says for a locale, where it differs from one to another. */
export type LocaleValues = Readonly<Record<string, unknown>>;

/** The org has one currency. */
const CURRENCY = 'USD';

const known = new Map<string, LocaleValues>();

/**
 * How numbers, dates and names of days are written where somebody lives.
 * @param locale as users have it: `da_DK`, `pt_BR`
 */
export function localeValues(locale: string): LocaleValues {
  const tag = knownTag(locale.replaceAll('_', '-'));
  const found = known.get(tag) ?? { ...numberValues(tag), ...dateValues(tag) };
  known.set(tag, found);
  return found;
}

function knownTag(tag: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function numberValues(tag: string): LocaleValues {
  const parts = (value: number, options: Intl.NumberFormatOptions = {}): Map<string, string> =>
    new Map(new Intl.NumberFormat(tag, options).formatToParts(value).map(({ type, value: text }) => [type, text]));
  const plain = parts(-1234567.5);
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency: CURRENCY });
  return {
    'number.decimalSeparator': plain.get('decimal') ?? '.',
    'number.groupingSeparator': plain.get('group') ?? ',',
    'number.minusSign': plain.get('minusSign') ?? '-',
    'number.plusSign': parts(1, { signDisplay: 'always' }).get('plusSign') ?? '+',
    'number.percentSign': parts(0.5, { style: 'percent' }).get('percentSign') ?? '%',
    'number.currencySymbol': parts(1, { style: 'currency', currency: CURRENCY }).get('currency') ?? '$',
    'number.currencyFormat': currencyPattern(money),
    'number.percentFormat': percentPattern(tag),
    currency: CURRENCY,
  };
}

/** `¤#,##0.00` or `#,##0.00 ¤`: on which side the currency stands. */
function currencyPattern(format: Intl.NumberFormat): string {
  const types = format.formatToParts(1).filter(({ type }) => ['currency', 'integer', 'literal'].includes(type));
  const space = types.some(({ type }) => type === 'literal') ? ' ' : '';
  return types[0]?.type === 'currency' ? `¤${space}#,##0.00` : `#,##0.00${space}¤`;
}

function percentPattern(tag: string): string {
  const parts = new Intl.NumberFormat(tag, { style: 'percent' }).formatToParts(0.5);
  const space = parts.some(({ type }) => type === 'literal') ? ' ' : '';
  return parts[0]?.type === 'percentSign' ? `%${space}#,##0` : `#,##0${space}%`;
}

function dateValues(tag: string): LocaleValues {
  // The shortest form with all figures of the year: it is what people type.
  const short: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
  const date = (style: 'short' | 'medium' | 'long'): string =>
    datePattern(tag, style === 'short' ? short : { dateStyle: style }, style === 'long' ? 'MMMM' : 'MMM');
  const time = (style: 'short' | 'medium'): string => datePattern(tag, { timeStyle: style });
  return {
    firstDayOfWeek: firstDay(tag),
    'dateTime.shortDateFormat': date('short'),
    'dateTime.mediumDateFormat': date('medium'),
    'dateTime.longDateFormat': date('long'),
    'dateTime.shortTimeFormat': time('short'),
    'dateTime.mediumTimeFormat': time('medium'),
    'dateTime.shortDateTimeFormat': `${date('short')} ${time('short')}`,
    'dateTime.mediumDateTimeFormat': `${date('medium')} ${time('medium')}`,
    'dateTime.longDateTimeFormat': `${date('long')} ${time('medium')}`,
    calendarData: calendarData(tag),
  };
}

/** A moment of small numbers, to see which of them are filled up to two figures. */
const EXAMPLE = Date.UTC(2033, 1, 3, 4, 5, 6);

/** A pattern such as `dd.MM.yyyy` for the way in which a locale writes dates. @param month for months that are written as words */
function datePattern(tag: string, options: Intl.DateTimeFormatOptions, month = 'MMMM'): string {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' });
  const twelve = format.resolvedOptions().hour12 === true;
  const letters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
    month: 'M',
    day: 'd',
    hour: twelve ? 'h' : 'H',
    minute: 'm',
    second: 's',
  };
  const pattern = ({ type, value }: Intl.DateTimeFormatPart): string => {
    const letter = letters[type];
    if (letter !== undefined) return /^\d/u.test(value) ? letter.repeat(value.length) : month;
    if (type === 'year') return 'y'.repeat(value.length);
    if (type === 'dayPeriod') return 'a';
    return /\p{L}/u.test(value) ? `'${value}'` : value;
  };
  return format.formatToParts(EXAMPLE).map(pattern).join('');
}

const weekSchema = z.object({ firstDay: z.number() });

/** 1 is Sunday, as the platform counts. Engines have it as a function or, older ones, as a value. */
function firstDay(tag: string): number {
  const locale: Intl.Locale & { readonly getWeekInfo?: () => unknown; readonly weekInfo?: unknown } = new Intl.Locale(tag);
  const asked = locale.getWeekInfo === undefined ? locale.weekInfo : locale.getWeekInfo();
  const week = weekSchema.safeParse(asked);
  return ((week.success ? week.data.firstDay : 7) % 7) + 1;
}

const names = z.record(z.string(), z.unknown());
const calendarsSchema = z.record(z.string(), names);
let brought: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;

/** The calendars as the base components bring them, with the names of days and months of the locale in the common one. */
function calendarData(tag: string): unknown {
  brought ??= readCalendars();
  return {
    gregorian: { ...brought['gregorian'], days: twice(dayNames(tag)), months: twice(monthNames(tag)), dayPeriods: twice(dayPeriods(tag)) },
  };
}

function readCalendars(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const text = readFileSync(join(baseComponentsFolder, 'scopedImports', '@salesforce-i18n-calendarData.js'), 'utf8');
  const [, json = '{}'] = /JSON\.parse\('([^]*)'\)/u.exec(text) ?? [];
  return calendarsSchema.parse(JSON.parse(json.replaceAll("\\'", "'")));
}

type Names = Readonly<Record<string, string>>;
const twice = (widths: Readonly<Record<string, Names>>): object => ({ format: widths, 'stand-alone': widths });

function dayNames(tag: string): Readonly<Record<string, Names>> {
  const keys = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const of = (weekday: 'long' | 'short' | 'narrow'): Names => {
    const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
    // 2 January 2000 was a Sunday.
    return Object.fromEntries(keys.map((key, index) => [key, format.format(Date.UTC(2000, 0, 2 + index))]));
  };
  return { wide: of('long'), abbreviated: of('short'), short: of('short'), narrow: of('narrow') };
}

function monthNames(tag: string): Readonly<Record<string, Names>> {
  const of = (month: 'long' | 'short' | 'narrow'): Names => {
    const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
    return Object.fromEntries(Array.from({ length: 12 }, (_, index) => [String(index + 1), format.format(Date.UTC(2000, index, 1))]));
  };
  return { wide: of('long'), abbreviated: of('short'), narrow: of('narrow') };
}

function dayPeriods(tag: string): Readonly<Record<string, Names>> {
  const format = new Intl.DateTimeFormat(tag, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
  const at = (hour: number): string =>
    format.formatToParts(Date.UTC(2000, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value ?? (hour < 12 ? 'AM' : 'PM');
  const both = { am: at(6), pm: at(18) };
  return { wide: both, abbreviated: both, narrow: both };
}
