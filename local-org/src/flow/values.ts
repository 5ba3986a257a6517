import type { FlowDataType, FlowValue } from '../metadata/flowTypes.ts';
import type { FieldType, FieldValue } from '../schema/types.ts';
import type { Expression } from './compiledFlow.ts';
import { adapt, textOf } from './conversions.ts';
import { isCollection, type FlowData } from './data.ts';
import { valueGroup, type FlowType } from './flowType.ts';
import { FlowProblem } from './problems.ts';

/** Finds the resource or field behind a dotted name. @throws FlowProblem when there is none */
export interface Resolve {
  (path: string, lenient?: boolean): Expression;
  /** The value of a formula that stands where a value is wanted. */
  formula(expression: string, dataType: FlowDataType): Expression;
}

/** An expression that always gives the same value. */
export function constant(type: FieldType, value: FieldValue): Expression {
  return { type: { kind: 'value', type }, needs: [], evaluate: () => value };
}

/** Nothing, of whatever type is wanted. */
export function nothing(type: FlowType): Expression {
  return { type, needs: [], evaluate: () => null };
}

/**
 * A literal or a reference, in the wanted type.
 * @throws FlowProblem when the reference does not exist or the type is wrong
 */
export function compileValue(value: FlowValue | undefined, wanted: FlowType, resolve: Resolve): Expression {
  if (value === undefined) return nothing(wanted);
  if (value.kind === 'reference' && isNothing(value.path)) return nothing(wanted);
  return adapt(compileAnyValue(value, resolve), wanted);
}

/** A literal or a reference, in its own type. */
export function compileAnyValue(value: FlowValue, resolve: Resolve, lenient = false): Expression {
  switch (value.kind) {
    case 'reference':
      return resolve(value.path, lenient);
    case 'string':
      return compileText(value.value, resolve);
    case 'number':
      return constant('double', value.value);
    case 'boolean':
      return constant('boolean', value.value);
    case 'date':
      return constant('date', checkedDate(value.value));
    case 'datetime':
      return constant('datetime', checkedMoment(value.value));
    case 'time':
      return constant('time', checkedMoment(`1970-01-01T${value.value}`));
    case 'formula':
      return resolve.formula(value.expression, value.dataType);
  }
}

/**
 * A text with merge fields such as `Follow up: {!$Record.Name}`.
 * @throws FlowProblem when a merge field does not exist
 */
export function compileText(text: string, resolve: Resolve): Expression {
  const parts = text.split(/(\{![^}]*\})/u).filter((part) => part !== '');
  if (!parts.some((part) => part.startsWith('{!'))) return constant('string', text);
  const pieces = parts.map((part): Expression =>
    part.startsWith('{!') ? mergeField(part.slice(2, -1).trim(), resolve) : constant('string', part),
  );
  return {
    type: { kind: 'value', type: 'string' },
    needs: pieces.flatMap((piece) => piece.needs),
    evaluate: (interview) => {
      let result = '';
      for (const piece of pieces) {
        result += shown(piece.evaluate(interview), piece.type);
      }
      return result;
    },
  };
}

/** A value, or a collection of values as `[a, b]`. */
function shown(data: FlowData, type: FlowType): string {
  if (isCollection(data)) return `[${data.map((item) => shown(item, type.kind === 'collection' ? type.of : type)).join(', ')}]`;
  return textOf(data, type.kind === 'value' ? valueGroup(type.type) : 'text');
}

function mergeField(path: string, resolve: Resolve): Expression {
  const expression = resolve(path);
  const { type } = expression;
  if (type.kind === 'record' || (type.kind === 'collection' && type.of.kind !== 'value')) {
    throw new FlowProblem(`{!${path}} holds records, which a text can't show.`);
  }
  return expression;
}

function isNothing(path: string): boolean {
  return path.toLowerCase() === '$globalconstant.null';
}

function checkedDate(text: string): string {
  if (Number.isNaN(Date.parse(`${text}T00:00:00Z`))) throw new FlowProblem(`"${text}" is not a date.`);
  return text;
}

function checkedMoment(text: string): number {
  const moment = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`);
  if (Number.isNaN(moment)) throw new FlowProblem(`"${text}" is not a date and time.`);
  return moment;
}
