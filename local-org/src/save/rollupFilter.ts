import type { Field, FieldValue, RollupFilter } from '../schema/types.ts';

/** Whether a child's value passes one line of a roll-up's filter. */
export type ValueTest = (value: FieldValue) => boolean;

/**
 * One line of a roll-up's `summaryFilterItems`. Texts ignore case; a comma
 * separates alternatives, as in every filter of the platform.
 */
export function rollupFilter(field: Field, filter: RollupFilter): ValueTest {
  return remembered(testOf(field, filter));
}

/** The answer for the value that was asked for last is known: most children of a batch are alike in what filters read. */
function remembered(test: ValueTest): ValueTest {
  let last: FieldValue | undefined;
  let answer = false;
  return (value) => {
    if (value !== last) {
      answer = test(value);
      last = value;
    }
    return answer;
  };
}

function testOf(field: Field, filter: RollupFilter): ValueTest {
  const wanted = alternatives(field, filter.value).map((text) => comparable(field, text));
  const compare = (test: (value: string | number, bound: string | number) => boolean): ValueTest => {
    return (value) => {
      const own = comparable(field, value);
      return own !== null && wanted.some((bound) => bound !== null && test(own, bound));
    };
  };
  const equals: ValueTest = (value) => wanted.includes(comparable(field, value));
  const texts = (test: (value: string, part: string) => boolean): ValueTest => compare((value, part) => test(String(value), String(part)));

  switch (filter.operation) {
    case 'equals':
      return equals;
    case 'notEqual':
      return (value) => !equals(value);
    case 'lessThan':
      return compare((value, bound) => value < bound);
    case 'greaterThan':
      return compare((value, bound) => value > bound);
    case 'lessOrEqual':
      return compare((value, bound) => value <= bound);
    case 'greaterOrEqual':
      return compare((value, bound) => value >= bound);
    case 'contains':
      return texts((value, part) => value.includes(part));
    case 'notContain':
      return (value) => !texts((own, part) => own.includes(part))(value);
    case 'startsWith':
      return texts((value, part) => value.startsWith(part));
    case 'includes':
      return texts((value, part) => value.split(';').includes(part));
    case 'excludes':
      return (value) => !texts((own, part) => own.split(';').includes(part))(value);
    default:
      throw new Error(`Roll-up filter operation ${filter.operation} on ${field.name} is not one of the platform's`);
  }
}

function alternatives(field: Field, value: string): string[] {
  const isText = !['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime'].includes(field.type);
  return isText ? value.split(',').map((part) => part.trim()) : [value.trim()];
}

/** Value in a form in which `<` and `===` mean what the filter means; null for blank. */
function comparable(field: Field, value: FieldValue): string | number | null {
  if (value === null || value === '') return null;
  switch (field.type) {
    case 'boolean':
      return value === true || value === 1 || (typeof value === 'string' && ['true', '1'].includes(value.toLowerCase())) ? 1 : 0;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return Number(value);
    case 'datetime':
      return typeof value === 'number' ? value : Date.parse(String(value));
    default:
      return String(value).toLowerCase();
  }
}
