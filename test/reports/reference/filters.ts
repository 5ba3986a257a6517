import { textOf, type Json } from '../client.ts';
import { dayIn, relativeDays, type Day, type Span } from './days.ts';

/** Who looks, when: what relative dates and `$USER` depend on. */
export interface Viewer {
  readonly id: string;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const todayOf = (viewer: Viewer): Day => dayIn(viewer.timeZone, viewer.now);

/** Whether a value meets one line of a filter, as the help page "Filter Operators Reference" has it. @param type of the field */
export function meets(value: Json, type: string, operator: string, wanted: string, viewer: Viewer): boolean {
  if (operator === 'notEqual') return !meets(value, type, 'equals', wanted, viewer);
  if (operator === 'notContain') return !meets(value, type, 'contains', wanted, viewer);
  if (operator === 'excludes') return !meets(value, type, 'includes', wanted, viewer);
  return alternatives(wanted).some((one) => meetsOne(value, type, operator, one, viewer));
}

/** Values with commas between them, some in quotation marks; none means blank. */
function alternatives(wanted: string): readonly string[] {
  const parts = wanted.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  return parts.map((part) => part.trim().replace(/^"|"$/gu, ''));
}

function meetsOne(value: Json, type: string, operator: string, wanted: string, viewer: Viewer): boolean {
  if (type === 'boolean') return (value === true) === ['true', '1', 'yes'].includes(wanted.toLowerCase()) && operator === 'equals';
  if (wanted === '') return operator === 'equals' && (value === null || value === '');
  if (value === null) return false;
  if (type === 'date' || type === 'datetime') {
    const day = type === 'date' ? textOf(value) : dayIn(viewer.timeZone, textOf(value));
    return dayMeets(day, operator, spanOf(wanted, viewer));
  }
  if (typeof value === 'number') return compares(value - Number(wanted.replaceAll(',', '')), operator);
  const text = textOf(value).toLowerCase();
  const other = (wanted === '$USER.ID' ? viewer.id : wanted).toLowerCase();
  if (operator === 'contains') return text.includes(other);
  if (operator === 'startsWith') return text.startsWith(other);
  if (operator === 'includes') return text.split(';').includes(other);
  return compares(text < other ? -1 : text > other ? 1 : 0, operator);
}

/** A day or relative date as days. @throws Error for what is neither */
function spanOf(wanted: string, viewer: Viewer): Span {
  const relative = relativeDays(wanted.replaceAll(' ', '_'), todayOf(viewer));
  if (relative !== undefined) return relative;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(wanted);
  const day =
    american === null ? wanted.slice(0, 10) : [american[3], american[1]?.padStart(2, '0'), american[2]?.padStart(2, '0')].join('-');
  if (!/^\d{4}-\d\d-\d\d$/u.test(day)) throw new Error(`The checks do not know the date ${wanted}.`);
  return { from: day, to: day };
}

function dayMeets(day: Day, operator: string, { from, to }: Span): boolean {
  switch (operator) {
    case 'equals':
      return day >= from && day <= to;
    case 'lessThan':
      return day < from;
    case 'greaterThan':
      return day > to;
    case 'lessOrEqual':
      return day <= to;
    case 'greaterOrEqual':
      return day >= from;
    default:
      throw new Error(`no operator ${operator} on dates`);
  }
}

function compares(difference: number, operator: string): boolean {
  switch (operator) {
    case 'equals':
      return difference === 0;
    case 'lessThan':
      return difference < 0;
    case 'greaterThan':
      return difference > 0;
    case 'lessOrEqual':
      return difference <= 0;
    case 'greaterOrEqual':
      return difference >= 0;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

/** `1 AND (2 OR NOT 3)` over what each line gives. @throws Error for logic that is not well formed */
export function combined(logic: string | undefined, results: readonly boolean[]): boolean {
  if (logic === undefined) return results.every(Boolean);
  const words = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/gu) ?? [];
  let at = 0;
  const either = (): boolean => {
    let left = both();
    while (words[at] === 'OR') {
      at += 1;
      const right = both();
      left = left || right;
    }
    return left;
  };
  const both = (): boolean => {
    let left = single();
    while (words[at] === 'AND') {
      at += 1;
      const right = single();
      left = left && right;
    }
    return left;
  };
  const single = (): boolean => {
    const word = words[at];
    at += 1;
    if (word === 'NOT') return !single();
    if (word !== '(') return results[Number(word) - 1] ?? false;
    const inner = either();
    at += 1;
    return inner;
  };
  return either();
}
