import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { add, compare, Decimal, divide, multiply, remainder, roundTo, subtract, toDouble, whole, type Num } from './numbers.ts';

/** Whole numbers, some beyond the safe range, and decimals as people type them. */
const numbers: fc.Arbitrary<Num> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 })).map(([digits, scale]) => Number(`${digits}e-${scale}`)),
);

function same(a: Num, b: Num): boolean {
  return compare(a, b) === 0;
}

describe('arithmetic', () => {
  it('gives on whole numbers what exact decimals give', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const x = new Decimal(a);
        assert.ok(same(add(a, b), x.plus(b)));
        assert.ok(same(subtract(a, b), x.minus(b)));
        assert.ok(same(multiply(a, b), x.times(b)));
      }),
    );
  });

  it('adds in any order and undoes by subtracting', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        assert.ok(same(add(a, b), add(b, a)));
        assert.ok(same(subtract(add(a, b), b), a));
      }),
    );
  });

  it('has a remainder smaller than the divisor, with the sign of the dividend', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        fc.pre(toDouble(b) !== 0);
        const rest = toDouble(remainder(a, b));
        assert.ok(Math.abs(rest) < Math.abs(toDouble(b)));
        assert.ok(rest === 0 || Math.sign(rest) === Math.sign(toDouble(a)));
      }),
    );
  });

  it('undoes a division by multiplying, within 30 digits', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        fc.pre(toDouble(b) !== 0);
        const back = new Decimal(multiply(divide(a, b), b));
        assert.ok(back.minus(a).abs().lessThanOrEqualTo(new Decimal(a).abs().times('1e-30')));
      }),
    );
  });
});

describe('rounding', () => {
  const digits = fc.integer({ min: -3, max: 8 });

  it('moves a number by at most half a unit, and truncating by less than one', () => {
    fc.assert(
      fc.property(numbers, digits, (a, scale) => {
        const unit = new Decimal(10).pow(-scale);
        assert.ok(new Decimal(roundTo(a, scale, 'halfUp')).minus(a).abs().lessThanOrEqualTo(unit.dividedBy(2)));
        assert.ok(new Decimal(roundTo(a, scale, 'down')).minus(a).abs().lessThan(unit));
      }),
    );
  });

  it('is the same for a number and its opposite, and once done changes nothing', () => {
    fc.assert(
      fc.property(numbers, digits, (a, scale) => {
        const rounded = roundTo(a, scale, 'halfUp');
        assert.ok(same(roundTo(multiply(a, -1), scale, 'halfUp'), multiply(rounded, -1)));
        assert.ok(same(roundTo(rounded, scale, 'halfUp'), rounded));
      }),
    );
  });

  it('keeps floor, number and ceiling in order', () => {
    fc.assert(
      fc.property(numbers, (a) => {
        assert.ok(compare(whole(a, 'floor'), a) <= 0 && compare(a, whole(a, 'ceiling')) <= 0);
      }),
    );
  });
});
