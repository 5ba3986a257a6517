import type { RequestUser } from '../../requestUser.ts';
import { valueLabel } from '../../schema/schemaInLanguage.ts';
import type { Field, FieldValue } from '../../schema/types.ts';

/** How UI API shows values to one user: labels in their language, the locale's numbers and dates, in the user's time zone. */
export type ValueFormat = Pick<RequestUser, 'language' | 'locale' | 'timeZone'>;

/** The org has one currency. */
const CURRENCY = 'USD';

/**
 * The text that a page shows for a value, where it differs from the value
 * itself: labels, formatted numbers, dates. Null for blanks and plain texts.
 */
export function displayValue(field: Field, value: FieldValue, format: ValueFormat): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'picklist':
      return labelOf(field, String(value), format.language);
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((choice) => labelOf(field, choice, format.language))
        .join(';');
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return typeof value === 'number' ? numberText(field, value, format) : null;
    case 'date':
      return typeof value === 'string' ? dates(format, 'date').format(new Date(`${value}T00:00:00Z`)) : null;
    case 'datetime':
      return typeof value === 'number' ? dates(format, 'datetime').format(value) : null;
    case 'time':
      return typeof value === 'number' ? dates(format, 'time').format(value) : null;
    default:
      return null;
  }
}

/**
 * The label of a picklist's value; the value itself when the picklist does not list it.
 * @param language may be left out for fields of a schema that is translated already
 */
export function labelOf(field: Field, value: string, language = 'en_US'): string {
  return valueLabel(field.picklist, value, language);
}

function numberText(field: Field, value: number, { locale }: ValueFormat): string {
  const digits = field.scale ?? 0;
  const text = numbers(locale, digits, field.type === 'currency').format(value);
  return field.type === 'percent' ? `${text}%` : text;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numbers(locale: string, digits: number, currency: boolean): Intl.NumberFormat {
  return cached(numberFormats, `${locale} ${digits} ${currency}`, () => {
    const style = currency ? ({ style: 'currency', currency: CURRENCY } as const) : {};
    return new Intl.NumberFormat(languageTag(locale), { minimumFractionDigits: digits, maximumFractionDigits: digits, ...style });
  });
}

type Moment = 'date' | 'datetime' | 'time';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Dates and times of day have no zone: they are held, and shown, as UTC. */
function dates({ locale, timeZone }: ValueFormat, kind: Moment): Intl.DateTimeFormat {
  return cached(dateFormats, `${locale} ${timeZone} ${kind}`, () => {
    const day = { day: 'numeric', month: 'numeric', year: 'numeric' } as const;
    const clock = { hour: 'numeric', minute: '2-digit' } as const;
    const parts = { ...(kind === 'time' ? {} : day), ...(kind === 'date' ? {} : clock) };
    return new Intl.DateTimeFormat(languageTag(locale), { ...parts, timeZone: kind === 'datetime' ? timeZone : 'UTC' });
  });
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Salesforce writes `en_US`, the web `en-US`. */
function languageTag(locale: string): string {
  const tag = locale.replaceAll('_', '-');
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : 'en-US';
}
