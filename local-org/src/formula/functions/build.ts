import type { FormulaContext, FormulaType } from '../types.ts';
import type { Num } from '../runtime/numbers.ts';
import { narrow, type Evaluator, type Value, type ValueKind, type ValueOf } from '../runtime/values.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';

/** Types of the arguments that a parameter accepts. */
const ACCEPTED: Readonly<Record<Exclude<ValueKind, 'any'>, FormulaType>> = {
  number: 'number',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

/** The static types say so: any value is one of every kind. */
function anyOf<K extends ValueKind>(evaluator: Evaluator): Evaluator<ValueOf[K]> {
  return evaluator as Evaluator<ValueOf[K]>;
}

/** An evaluator whose result is known to be of one kind. */
export function read<K extends ValueKind>(kind: K, evaluator: Evaluator | undefined): Evaluator<ValueOf[K]> {
  const cast = narrow[kind];
  if (evaluator === undefined) return () => cast(null);
  if (kind === 'any') return anyOf(evaluator);
  return (values, context) => cast(evaluator(values, context));
}

function checked(name: string, kinds: readonly ValueKind[], result: FormulaType): Pick<FunctionDefinition, 'name' | 'check'> {
  return {
    name,
    check(site) {
      checkCount(site, kinds.length);
      kinds.forEach((kind, index) => kind !== 'any' && checkType(site, index, ACCEPTED[kind]));
      return result;
    },
  };
}

/** A function without arguments. */
export function constant(name: string, result: FormulaType, run: (context: FormulaContext) => Value): FunctionDefinition {
  return { ...checked(name, [], result), emit: () => (_values, context) => run(context) };
}

/** A function of one argument; blanks are passed on as `null`. */
export function unary<A extends ValueKind>(
  name: string,
  kind: A,
  result: FormulaType,
  run: (a: ValueOf[A], context: FormulaContext) => Value,
): FunctionDefinition {
  return {
    ...checked(name, [kind], result),
    emit([first]) {
      const a = read(kind, first);
      return (values, context) => run(a(values, context), context);
    },
  };
}

/** A function of two arguments; blanks are passed on as `null`. */
export function binary<A extends ValueKind, B extends ValueKind>(
  name: string,
  kinds: readonly [A, B],
  result: FormulaType,
  run: (a: ValueOf[A], b: ValueOf[B], context: FormulaContext) => Value,
): FunctionDefinition {
  return {
    ...checked(name, kinds, result),
    emit([first, second]) {
      const a = read(kinds[0], first);
      const b = read(kinds[1], second);
      return (values, context) => run(a(values, context), b(values, context), context);
    },
  };
}

/** A function of three arguments; blanks are passed on as `null`. */
export function ternary<A extends ValueKind, B extends ValueKind, C extends ValueKind>(
  name: string,
  kinds: readonly [A, B, C],
  result: FormulaType,
  run: (a: ValueOf[A], b: ValueOf[B], c: ValueOf[C]) => Value,
): FunctionDefinition {
  return {
    ...checked(name, kinds, result),
    emit([first, second, third]) {
      const a = read(kinds[0], first);
      const b = read(kinds[1], second);
      const c = read(kinds[2], third);
      return (values, context) => run(a(values, context), b(values, context), c(values, context));
    },
  };
}

/** Arithmetic of one number: blank in, blank out. */
export function mathUnary(name: string, run: (a: Num) => Num): FunctionDefinition {
  return unary(name, 'number', 'number', (a) => (a === null ? null : run(a)));
}

/** Arithmetic of two numbers: a blank makes the result blank. */
export function mathBinary(name: string, run: (a: Num, b: Num) => Num): FunctionDefinition {
  return binary(name, ['number', 'number'], 'number', (a, b) => (a === null || b === null ? null : run(a, b)));
}

/** One function with several lists of parameters, told apart by their number. */
export function byCount(forms: ReadonlyMap<number, FunctionDefinition>): FunctionDefinition {
  const counts = [...forms.keys()];
  const fallback = [...forms.values()][0];
  if (fallback === undefined) throw new Error('A function needs at least one form');
  return {
    name: fallback.name,
    check(site) {
      checkCount(site, Math.min(...counts), Math.max(...counts));
      return (forms.get(site.args.length) ?? fallback).check(site);
    },
    emit(args, nodes, options) {
      return (forms.get(args.length) ?? fallback).emit(args, nodes, options);
    },
  };
}
