import type { FieldType, FieldValue } from '../schema/types.ts';
import { FormulaRunError } from './errors.ts';
import { formatDate, parseStoredDate } from './runtime/calendar.ts';
import { divide, multiply, roundTo, toDouble } from './runtime/numbers.ts';
import { asBoolean, asMoment, asNumber, asText, type Evaluator, type Value } from './runtime/values.ts';
import type { ReferenceNode, TypedCallNode, TypedNode } from './typedTree.ts';
import type { FormulaOptions, FormulaType } from './types.ts';

/** Turns a typed tree into closures, once, so that evaluating it walks no tree. */
export function emit(node: TypedNode, options: FormulaOptions): Evaluator {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'reference':
      return emitReference(node, options);
    case 'call':
      return emitSpine(node, options);
  }
}

/** As the checker does: in a loop down the first arguments, because long sums lean to the left. */
function emitSpine(node: TypedCallNode, options: FormulaOptions): Evaluator {
  const calls: TypedCallNode[] = [];
  let current: TypedNode | undefined = node;
  while (current?.kind === 'call') {
    calls.push(current);
    current = current.args[0];
  }
  let first = current === undefined ? undefined : emit(current, options);
  for (const { definition, args } of calls.reverse()) {
    const rest = args.slice(1).map((arg) => emit(arg, options));
    first = definition.emit(first === undefined ? rest : [first, ...rest], args, options);
  }
  if (first === undefined) throw new Error('A call is emitted from at least one call');
  return first;
}

function emitReference(node: ReferenceNode, options: FormulaOptions): Evaluator {
  const { index } = node;
  const convert = reader(node.type, node.fieldType);
  if (node.type === 'number' && options.blanksAs === 'zero') return (values) => convert(values[index] ?? null) ?? 0;
  return (values) => convert(values[index] ?? null);
}

/** From memory form to run-time form. A percent field holds 50 for 50 %, a formula computes with 0.5. */
export function reader(type: FormulaType, fieldType: FieldType): (value: FieldValue) => Value {
  switch (type) {
    case 'number':
      return fieldType === 'percent' ? (value) => (typeof value === 'number' ? divide(value, 100) : null) : number;
    case 'date':
      return (value) => (typeof value === 'string' ? parseStoredDate(value) : null);
    case 'datetime':
    case 'time':
      return number;
    case 'boolean':
      // SQLite stores 0 and 1, and a user function gets them as such.
      return (value) => (typeof value === 'number' ? value !== 0 : typeof value === 'boolean' ? value : null);
    default:
      return (value) => (typeof value === 'string' && value !== '' ? value : null);
  }
}

function number(value: FieldValue): Value {
  return typeof value === 'number' ? value : null;
}

/** From run-time form to memory form. */
export function writer(type: FormulaType, options: FormulaOptions): (value: Value) => FieldValue {
  switch (type) {
    case 'number': {
      const { percent, scale } = options;
      return (value) => {
        const result = asNumber(value);
        if (result === null) return null;
        const scaled = percent === true ? multiply(result, 100) : result;
        const double = toDouble(scale === undefined ? scaled : roundTo(scaled, scale, 'halfUp'));
        if (!Number.isFinite(double)) throw new FormulaRunError('Number out of range');
        return double;
      };
    }
    case 'date':
      return (value) => {
        const day = asMoment(value);
        return day === null ? null : formatDate(day);
      };
    case 'datetime':
    case 'time':
      return asMoment;
    case 'boolean':
      return (value) => asBoolean(value) ?? false;
    default:
      return asText;
  }
}
