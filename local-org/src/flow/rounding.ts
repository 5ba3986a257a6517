import { Decimal } from 'decimal.js';
import type { FlowData } from './data.ts';

/** Half away from zero, as the platform rounds; anything but a number stays as it is. */
export function roundToScale(data: FlowData, scale: number): FlowData {
  if (typeof data !== 'number' || (Number.isInteger(data) && scale >= 0)) return data;
  return new Decimal(data).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP).toNumber();
}

/** Sum without binary crumbs: 0.1 + 0.2 is 0.3. */
export function addNumbers(left: number, right: number): number {
  return Number.isSafeInteger(left) && Number.isSafeInteger(right) ? left + right : new Decimal(left).plus(right).toNumber();
}
