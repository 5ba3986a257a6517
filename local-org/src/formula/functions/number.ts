import { FormulaRunError } from '../errors.ts';
import { absolute, compare, fromDouble, remainder, roundTo, toCount, toDouble, whole, type Num } from '../runtime/numbers.ts';
import { constant, mathBinary, mathUnary, read, unary } from './build.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';

/** MIN and MAX of one or more numbers; a blank makes the result blank. */
function extreme(name: string, sign: 1 | -1): FunctionDefinition {
  return {
    name,
    check(site) {
      checkCount(site, 1, Number.MAX_SAFE_INTEGER);
      site.args.forEach((_arg, index) => checkType(site, index, 'number'));
      return 'number';
    },
    emit(args) {
      const numbers = args.map((arg) => read('number', arg));
      return (values, context) => {
        let best: Num | null = null;
        for (const number of numbers) {
          const value = number(values, context);
          if (value === null) return null;
          if (best === null || compare(value, best) * sign > 0) best = value;
        }
        return best;
      };
    },
  };
}

/** A function that the platform computes in doubles. */
function double(name: string, run: (a: number) => number): FunctionDefinition {
  return mathUnary(name, (a) => fromDouble(run(toDouble(a)), name));
}

function logarithm(name: string, run: (a: number) => number): FunctionDefinition {
  return double(name, (a) => {
    if (a <= 0) throw new FormulaRunError(`${name}() needs a number above zero`);
    return run(a);
  });
}

export const numberFunctions: readonly FunctionDefinition[] = [
  mathUnary('ABS', absolute),
  mathBinary('ROUND', (a, digits) => roundTo(a, toCount(digits), 'halfUp')),
  mathBinary('TRUNC', (a, digits) => roundTo(a, toCount(digits), 'down')),
  // CEILING and FLOOR go away from and towards zero; MCEILING and MFLOOR go up and down.
  mathUnary('CEILING', (a) => whole(a, 'up')),
  mathUnary('FLOOR', (a) => whole(a, 'down')),
  mathUnary('MCEILING', (a) => whole(a, 'ceiling')),
  mathUnary('MFLOOR', (a) => whole(a, 'floor')),
  mathBinary('MOD', remainder),
  extreme('MAX', 1),
  extreme('MIN', -1),
  double('SQRT', Math.sqrt),
  double('EXP', Math.exp),
  logarithm('LN', Math.log),
  logarithm('LOG', Math.log10),
  double('SIN', Math.sin),
  double('COS', Math.cos),
  double('TAN', Math.tan),
  double('ASIN', Math.asin),
  double('ACOS', Math.acos),
  double('ATAN', Math.atan),
  mathBinary('ATAN2', (y, x) => fromDouble(Math.atan2(toDouble(y), toDouble(x)), 'ATAN2')),
  constant('PI', 'number', () => Math.PI),
  // The org has one currency: every other code is one that it does not know, for which the platform gives 1.
  unary('CURRENCYRATE', 'text', 'number', () => 1),
];
