import { DateTime } from 'luxon';
import type { FieldType } from '../schema/types.ts';
import type { Expression } from './expressions.ts';
import { kindOf } from './expressions.ts';
import type { Convert } from './output.ts';

/** The org has one currency. */
const CURRENCY = 'USD';

/** FORMAT(): numbers, amounts, dates and times as the user's locale and time zone write them, as a page shows them. */
export function formatValue(expression: Expression): Convert {
  const { type, field, scale = field?.scale } = expression;
  const kind = kindOf(type);
  return (value, context) => {
    const locale = context.locale.replaceAll('_', '-');
    if (typeof value === 'number') {
      if (kind === 'number') return numberText(value, locale, type, scale);
      if (kind === 'datetime') return momentText(value, context.timeZone, locale, DateTime.DATETIME_SHORT);
      // A time of day has no zone.
      if (type === 'time') return momentText(value, 'UTC', locale, DateTime.TIME_SIMPLE);
    }
    if (typeof value === 'string' && kind === 'date') return DateTime.fromISO(value, { locale }).toLocaleString(DateTime.DATE_SHORT);
    return value;
  };
}

function numberText(value: number, locale: string, type: FieldType, scale: number | undefined): string {
  const digits = scale === undefined ? {} : { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const style = type === 'currency' ? ({ style: 'currency', currency: CURRENCY } as const) : {};
  const text = value.toLocaleString(locale, { ...digits, ...style });
  return type === 'percent' ? `${text}%` : text;
}

function momentText(value: number, zone: string, locale: string, format: Intl.DateTimeFormatOptions): string {
  return DateTime.fromMillis(value, { zone, locale }).toLocaleString(format);
}
