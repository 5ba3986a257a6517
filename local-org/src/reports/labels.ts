import { DateTime } from 'luxon';
import type { RequestUser } from '../requestUser.ts';
import { valueLabel } from '../schema/schemaInLanguage.ts';
import type { FieldType, FieldValue, Picklist } from '../schema/types.ts';

/** What stands for a blank, as in the Analytics API. */
export const BLANK = '-';
/** What stands where a summary formula cannot be worked out, as on the platform's page. */
export const ERROR = '#Error!';

/** The org has one currency. */
const CURRENCY = 'USD';

/** What decides how a value is written. */
export interface LabelledType {
  readonly type: FieldType;
  readonly scale?: number | undefined;
  readonly picklist?: Picklist | undefined;
}

/** Who reads. */
export type Reader = Pick<RequestUser, 'locale' | 'timeZone' | 'language'>;

/** A value as the reader's language, locale and zone write it. */
export function labelOf({ type, scale, picklist }: LabelledType, value: FieldValue, reader: Reader): string {
  if (value === null || value === '') return BLANK;
  const locale = localeOf(reader);
  switch (type) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return typeof value === 'number' ? numberLabel(value, type, scale, locale) : String(value);
    case 'date':
      return momentLabel(Date.parse(String(value)), 'UTC', locale, DateTime.DATE_SHORT);
    case 'datetime':
      return typeof value === 'number' ? momentLabel(value, reader.timeZone, locale, DateTime.DATETIME_SHORT) : String(value);
    case 'time':
      return typeof value === 'number' ? momentLabel(value, 'UTC', locale, DateTime.TIME_SIMPLE) : String(value);
    case 'boolean':
      return value === true || value === 1 ? 'true' : 'false';
    case 'picklist':
      return valueLabel(picklist, String(value), reader.language);
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((part) => valueLabel(picklist, part, reader.language))
        .join('; ');
    default:
      return String(value);
  }
}

/** `en_GB` as Intl writes it; English where Intl does not know it. */
export function localeOf({ locale }: Pick<Reader, 'locale'>): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

const formats = new Map<string, Intl.NumberFormat>();

/** The decimals of the column; a number without any is written with as many as it has. */
function numberLabel(value: number, type: FieldType, scale: number | undefined, locale: string): string {
  const key = `${locale} ${type} ${String(scale)}`;
  let format = formats.get(key);
  if (format === undefined) {
    const digits = scale === undefined ? {} : { minimumFractionDigits: scale, maximumFractionDigits: scale };
    const style = type === 'currency' ? ({ style: 'currency', currency: CURRENCY } as const) : {};
    formats.set(key, (format = new Intl.NumberFormat(locale, { ...style, ...digits })));
  }
  const text = format.format(value === 0 ? 0 : value);
  return type === 'percent' ? `${text}%` : text;
}

const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** Intl's formats are kept: making one takes longer than hundreds of rows. */
function momentLabel(value: number, timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let format = momentFormats.get(key);
  if (format === undefined) momentFormats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  return format.format(value);
}
