import { datetimeToWire, timeToWire } from '../../rest/wire/moments.ts';
import type { FieldType, FieldValue } from '../../schema/types.ts';

/** A value as cells and groups carry it: moments in ISO 8601, amounts of money with their currency (null: the org has one). */
export function analyticsValue(type: FieldType, value: FieldValue): unknown {
  if (value === null) return null;
  if (type === 'currency') return { amount: value, currency: null };
  if (type === 'datetime' && typeof value === 'number') return isoMoment(value);
  if (type === 'time' && typeof value === 'number') return timeToWire(value);
  return value;
}

/** `2026-09-14T13:05:00Z`: how moments stand in results of reports. */
export function isoMoment(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

/** `2026-09-14T13:05:00.000+0000`: how moments stand in statuses of dashboards. */
export const statusMoment = datetimeToWire;
