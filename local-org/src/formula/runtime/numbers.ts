import { Decimal as BaseDecimal } from 'decimal.js';
import { FormulaRunError } from '../errors.ts';

/** 39 digits, half away from zero: the precision in which the platform computes. */
export const Decimal = BaseDecimal.clone({ precision: 39, rounding: BaseDecimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = BaseDecimal;

/**
 * A number of a formula. A JS number stands for the decimal that it prints as,
 * so `0.1` is exactly one tenth; whole numbers within the safe range are
 * computed natively, everything else as `Decimal`.
 */
export type Num = number | Decimal;

/** Digits that count before an inexact number (1/3*3) is made whole. */
const WHOLE_PRECISION = 33;
/** Powers beyond 10^64 are refused, as the platform refuses them. */
const LARGEST_POWER_DIGITS = 64;
const SMALLEST_POWER = new Decimal('1e-39');

export function toDecimal(value: Num): Decimal {
  return typeof value === 'number' ? new Decimal(value) : value;
}

export function toDouble(value: Num): number {
  if (typeof value !== 'number') return value.toNumber() + 0;
  return value === 0 ? 0 : value;
}

export function add(a: Num, b: Num): Num {
  if (isSafe(a) && isSafe(b)) {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return toDecimal(a).plus(b);
}

export function subtract(a: Num, b: Num): Num {
  if (isSafe(a) && isSafe(b)) {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return toDecimal(a).minus(b);
}

export function multiply(a: Num, b: Num): Num {
  if (isSafe(a) && isSafe(b)) {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return toDecimal(a).times(b);
}

/** @throws FormulaRunError on division by zero */
export function divide(a: Num, b: Num): Num {
  if (isZero(b)) throw new FormulaRunError('Division by zero');
  if (isSafe(a) && isSafe(b) && a % b === 0) return a / b;
  return toDecimal(a).dividedBy(b);
}

/** The sign of the result is the sign of `a`. @throws FormulaRunError on division by zero */
export function remainder(a: Num, b: Num): Num {
  if (isZero(b)) throw new FormulaRunError('Division by zero');
  if (isSafe(a) && isSafe(b)) return a % b;
  // Exact also where the quotient has more digits than the working precision.
  const quotient = toDecimal(a).dividedBy(b).truncated();
  return toDecimal(a).minus(quotient.times(b));
}

export function negate(a: Num): Num {
  return typeof a === 'number' ? -a : a.negated();
}

export function absolute(a: Num): Num {
  return typeof a === 'number' ? Math.abs(a) : a.abs();
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return toDecimal(a).comparedTo(b);
}

export function isZero(a: Num): boolean {
  return typeof a === 'number' ? a === 0 : a.isZero();
}

export type RoundingMode = 'halfUp' | 'down';

/** @param digits decimals kept; negative rounds to tens, hundreds, ... Half goes away from zero. */
export function roundTo(value: Num, digits: number, mode: RoundingMode): Num {
  if (isSafe(value) && digits >= 0) return value;
  const rounding = mode === 'down' ? Decimal.ROUND_DOWN : Decimal.ROUND_HALF_UP;
  if (digits >= 0) return toDecimal(value).toDecimalPlaces(Math.min(digits, 1000), rounding);
  if (digits < -100) return 0;
  const unit = new Decimal(10).pow(-digits);
  return toDecimal(value).dividedBy(unit).toDecimalPlaces(0, rounding).times(unit);
}

export type Direction = 'up' | 'down' | 'ceiling' | 'floor';

const DIRECTIONS: Readonly<Record<Direction, BaseDecimal.Rounding>> = {
  up: BaseDecimal.ROUND_UP,
  down: BaseDecimal.ROUND_DOWN,
  ceiling: BaseDecimal.ROUND_CEIL,
  floor: BaseDecimal.ROUND_FLOOR,
};

/** A whole number: `up` and `down` are away from and towards zero. */
export function whole(value: Num, direction: Direction): Num {
  if (isSafe(value)) return value;
  return toDecimal(value).toSignificantDigits(WHOLE_PRECISION).toDecimalPlaces(0, DIRECTIONS[direction]);
}

/**
 * Whole exponents only.
 * @throws FormulaRunError for a fraction, and when the result would have more than 64 digits, or none
 */
export function power(base: Num, exponent: Num): Num {
  const digits = Math.log10(Math.abs(toDouble(base))) * toDouble(exponent);
  const isFraction = !toDecimal(exponent).isInteger();
  if (isFraction || digits > LARGEST_POWER_DIGITS || (isZero(base) && toDouble(exponent) < 0))
    throw new FormulaRunError('Out of range argument to POWER() function');
  const result = toDecimal(base).pow(exponent);
  return result.abs().lessThan(SMALLEST_POWER) ? 0 : result;
}

/** A double as a number of a formula. @throws FormulaRunError when it is not a number */
export function fromDouble(value: number, what: string): Num {
  if (!Number.isFinite(value)) throw new FormulaRunError(`Out of range argument to ${what}() function`);
  return value;
}

/** The whole part as a JS number, for counts and positions. */
export function toCount(value: Num): number {
  return Math.trunc(toDouble(value));
}

/** `1234.5`, `0.25`, never an exponent nor trailing zeros. */
export function formatNumber(value: Num): string {
  if (isZero(value)) return '0';
  if (isSafe(value)) return String(value);
  return toDecimal(value).toFixed();
}

function isSafe(value: Num): value is number {
  return Number.isSafeInteger(value);
}
