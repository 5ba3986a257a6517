import type { FieldValue } from '../schema/types.ts';
import { asValue, isCollection, sameData, type FlowData } from './data.ts';

/** Comparison of two values that have the same type; texts by case or not. */
export type Comparison = (left: FlowData, right: FlowData, foldCase: boolean) => boolean;

/** The operators of conditions and filters that compare a left with a right side. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  EqualTo: equal,
  NotEqualTo: (left, right, foldCase) => !equal(left, right, foldCase),
  GreaterThan: (left, right, foldCase) => ordered(left, right, foldCase, (order) => order > 0),
  GreaterThanOrEqualTo: (left, right, foldCase) => ordered(left, right, foldCase, (order) => order >= 0),
  LessThan: (left, right, foldCase) => ordered(left, right, foldCase, (order) => order < 0),
  LessThanOrEqualTo: (left, right, foldCase) => ordered(left, right, foldCase, (order) => order <= 0),
  StartsWith: (left, right, foldCase) => inText(left, right, foldCase, (text, part) => text.startsWith(part)),
  EndsWith: (left, right, foldCase) => inText(left, right, foldCase, (text, part) => text.endsWith(part)),
  Contains: contains,
  In: (left, right, foldCase) => contains(right, left, foldCase),
  NotIn: (left, right, foldCase) => !contains(right, left, foldCase),
};

/** A state that a value is in or not. */
export type StateTest = (data: FlowData) => boolean;

/** Operators whose right side says whether the state is wanted: `IsNull false`. */
export const states: Readonly<Record<string, StateTest>> = {
  IsNull: isNull,
  IsBlank: (left) => isNull(left) || (typeof left === 'string' && left.trim() === ''),
  IsEmpty: (left) => isNull(left) || (isCollection(left) && left.length === 0),
};

function isNull(data: FlowData): boolean {
  return data === null;
}

function equal(left: FlowData, right: FlowData, foldCase: boolean): boolean {
  if (isCollection(left) && isCollection(right)) {
    return left.length === right.length && left.every((item, index) => sameData(item, right[index] ?? null));
  }
  return typeof left === 'string' && typeof right === 'string' ? folded(left, foldCase) === folded(right, foldCase) : sameData(left, right);
}

function folded(text: string, foldCase: boolean): string {
  return foldCase ? text.toLowerCase() : text;
}

function ordered(left: FlowData, right: FlowData, foldCase: boolean, wanted: (order: number) => boolean): boolean {
  const from = asValue(left);
  const to = asValue(right);
  // A comparison with nothing is never true.
  return from !== null && to !== null && wanted(compareValues(from, to, foldCase));
}

/** Order of two values of one type: negative, zero or positive. Nothing comes first. */
export function compareValues(left: FieldValue, right: FieldValue, foldCase: boolean): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  const from = typeof left === 'string' ? folded(left, foldCase) : left;
  const to = typeof right === 'string' ? folded(right, foldCase) : right;
  return from < to ? -1 : Number(from > to);
}

function inText(left: FlowData, right: FlowData, foldCase: boolean, holds: (text: string, part: string) => boolean): boolean {
  const text = asValue(left);
  const part = asValue(right);
  return text !== null && part !== null && holds(folded(String(text), foldCase), folded(String(part), foldCase));
}

function contains(whole: FlowData, part: FlowData, foldCase: boolean): boolean {
  if (isCollection(whole)) return whole.some((item) => equal(item, part, foldCase));
  return inText(whole, part, foldCase, (text, wanted) => text.includes(wanted));
}
