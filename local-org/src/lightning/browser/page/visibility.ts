import formFactor from '@salesforce/client/formFactor';
import type { VisibilityLine, VisibilityModel } from '../../pages/pageSettings.ts';
import { isRecord, type RecordRepresentation, valueAt } from '../lds/records.ts';

/** Fields of the record that a condition asks for, qualified. */
export function fieldsAsked(condition: VisibilityModel | undefined, objectApiName: string): readonly string[] {
  const fields = (condition?.lines ?? []).flatMap(({ left }) => ('field' in left ? [left.field] : []));
  return fields.map((field) => `${objectApiName}.${field}`);
}

/** Whether a component is shown. While the record is not there, what asks for it is not. */
export function isVisible(condition: VisibilityModel | undefined, record: RecordRepresentation | undefined): boolean {
  if (condition === undefined) return true;
  const results = condition.lines.map((line) => holds(line, record));
  return condition.logic === undefined ? results.every(Boolean) : joined(condition.logic, results);
}

function holds({ left, operator, right }: VisibilityLine, record: RecordRepresentation | undefined): boolean {
  if ('field' in left && record === undefined) return false;
  const value = leftValue(left, record);
  const [one, other] = [value.toLowerCase(), right.toLowerCase()];
  const isNumeric = value !== '' && right !== '' && Number.isFinite(Number(value)) && Number.isFinite(Number(right));
  const order = isNumeric ? Number(value) - Number(right) : one < other ? -1 : one > other ? 1 : 0;
  switch (operator) {
    case 'EQUAL':
      return order === 0;
    case 'NE':
      return order !== 0;
    case 'CONTAINS':
      return one.includes(other);
    case 'GT':
      return value !== '' && order > 0;
    case 'GE':
      return value !== '' && order >= 0;
    case 'LT':
      return value !== '' && order < 0;
    case 'LE':
      return value !== '' && order <= 0;
  }
}

function leftValue(left: VisibilityLine['left'], record: RecordRepresentation | undefined): string {
  if ('value' in left) return left.value;
  if ('formFactor' in left) return formFactor;
  const value = valueAt(record, `.${left.field}`)?.value;
  return value === undefined || value === null || isRecord(value) ? '' : String(value);
}

/** `1 AND (2 OR NOT 3)`: read from the left, AND before OR. */
function joined(logic: string, results: readonly boolean[]): boolean {
  const tokens = logic.match(/\d+|AND|OR|NOT|[()]/giu) ?? [];
  let at = 0;
  const takes = (word: string): boolean => {
    if (tokens[at]?.toUpperCase() !== word) return false;
    at += 1;
    return true;
  };
  const one = (): boolean => {
    if (takes('NOT')) return !one();
    if (takes('(')) {
      const inner = either();
      takes(')');
      return inner;
    }
    const result = results[Number(tokens[at] ?? '0') - 1] ?? false;
    at += 1;
    return result;
  };
  const all = (): boolean => {
    let result = one();
    while (takes('AND')) result = one() && result;
    return result;
  };
  const either = (): boolean => {
    let result = all();
    while (takes('OR')) result = all() || result;
    return result;
  };
  return either();
}
