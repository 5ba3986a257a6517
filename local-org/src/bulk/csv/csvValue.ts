import type { FieldValue } from '../../schema/types.ts';
import { timeToWire } from '../../rest/wire/moments.ts';

const doubles = new Set(['double', 'currency', 'percent']);

/** The text of a query's value in Bulk API's results: blank for null, moments with `Z`, decimals as Java writes a double. */
export function csvValue(type: string, value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  switch (type) {
    case 'datetime':
      return new Date(value).toISOString();
    case 'time':
      return timeToWire(value);
    case 'boolean':
      return value === 1 ? 'true' : 'false';
    default:
      return doubles.has(type) ? javaDouble(value) : String(value);
  }
}

/** `Double.toString` of Java: `100.0`, `1.39E8`, `1.0E-4`. */
export function javaDouble(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0.0';
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}
