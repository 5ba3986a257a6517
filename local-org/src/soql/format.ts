import { DateTime } from 'luxon';
import type { Expression } from './expressions.ts';
import { kindOf } from './expressions.ts';
import type { Convert } from './output.ts';

/** FORMAT(): numbers, dates and times as the user's locale and time zone write them. */
export function formatValue(expression: Expression): Convert {
  const kind = kindOf(expression.type);
  const scale = expression.field?.scale;
  return (value, context) => {
    const locale = context.locale.replaceAll('_', '-');
    if (typeof value === 'number' && kind === 'number') {
      return value.toLocaleString(locale, scale === undefined ? {} : { minimumFractionDigits: scale, maximumFractionDigits: scale });
    }
    if (typeof value === 'number' && kind === 'datetime') {
      return DateTime.fromMillis(value, { zone: context.timeZone, locale }).toLocaleString(DateTime.DATETIME_SHORT);
    }
    if (typeof value === 'string' && kind === 'date') return DateTime.fromISO(value, { locale }).toLocaleString(DateTime.DATE_SHORT);
    return value;
  };
}
