import { DateTime } from 'luxon';
import type { Expression } from './compiledFlow.ts';
import { asValue, type FlowData } from './data.ts';
import { describeType, valueGroup, type FlowType, type ValueGroup } from './flowType.ts';
import type { Interview } from './interview.ts';
import { FlowProblem } from './problems.ts';

type Convert = (data: FlowData, interview: Interview) => FlowData;

/** Conversions that the platform makes by itself, by what comes and what is wanted. */
const conversions: Readonly<Partial<Record<`${ValueGroup}>${ValueGroup}`, Convert>>> = {
  'number>text': (data) => textOf(data),
  'boolean>text': (data) => textOf(data),
  'date>text': (data) => textOf(data),
  'datetime>text': (data) => textOf(data, 'datetime'),
  'time>text': (data) => textOf(data, 'time'),
  'date>datetime': (data, interview) => (typeof data === 'string' ? startOfDay(data, interview.context.timeZone) : null),
  'datetime>date': (data, interview) => (typeof data === 'number' ? dayOf(data, interview.context.timeZone) : null),
};

/**
 * The expression's value in the wanted type.
 * @throws FlowProblem when values of the one type cannot stand for the other
 */
export function adapt(expression: Expression, wanted: FlowType): Expression {
  const given = expression.type;
  if (fits(given, wanted)) return expression;
  const convert =
    given.kind === 'value' && wanted.kind === 'value' ? conversions[`${valueGroup(given.type)}>${valueGroup(wanted.type)}`] : undefined;
  if (convert === undefined)
    throw new FlowProblem(`A value of data type ${describeType(given)} can't be used where ${describeType(wanted)} is expected.`);
  return {
    type: wanted,
    needs: expression.needs,
    evaluate: (interview) => {
      const data = expression.evaluate(interview);
      return data === null ? null : convert(data, interview);
    },
  };
}

/** Whether values of the type stand for the other as they are. */
export function fits(given: FlowType, wanted: FlowType): boolean {
  if (given.kind === 'value' && wanted.kind === 'value') return valueGroup(given.type) === valueGroup(wanted.type);
  if (given.kind === 'record' && wanted.kind === 'record') return given.object.name === wanted.object.name;
  return given.kind === 'collection' && wanted.kind === 'collection' && fits(given.of, wanted.of);
}

/** A value inside a text. Dates take their ISO form; the platform's follows the user's locale. */
export function textOf(data: FlowData, group: ValueGroup = 'text'): string {
  const value = asValue(data);
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (group === 'datetime') return new Date(value).toISOString();
  return group === 'time' ? new Date(value).toISOString().slice(11) : String(value);
}

/** Midnight of a day in a time zone, epoch milliseconds. */
export function startOfDay(date: string, timeZone: string): number {
  return DateTime.fromISO(date, { zone: timeZone }).toMillis();
}

/** The day of a moment in a time zone, `YYYY-MM-DD`. */
export function dayOf(moment: number, timeZone: string): string {
  return DateTime.fromMillis(moment, { zone: timeZone }).toFormat('yyyy-MM-dd');
}
