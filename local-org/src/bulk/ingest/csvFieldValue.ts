import { dateFromWire, datetimeFromWire, timeFromWire } from '../../rest/wire/moments.ts';
import type { Field, FieldValue } from '../../schema/types.ts';

/** What a column writes into a record: a value, or undefined when its text is no value of the field. */
export type ReadText = (text: string) => FieldValue | undefined;

const trueWords = new Set(['true', 'yes', 'y', 'on', '1']);
const falseWords = new Set(['false', 'no', 'n', 'off', '0']);
const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;

/**
 * How the texts of a column become values of this field (Bulk API 2.0 Developer
 * Guide, "Valid Date Format in Records", "Prepare CSV Files").
 */
export function textReader(field: Field): ReadText {
  switch (field.type) {
    case 'boolean':
      return booleanOf;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberOf;
    case 'date':
      return (text) => dateFromWire(text.trim());
    case 'datetime':
      return (text) => datetimeFromWire(text.trim());
    case 'time':
      return (text) => timeFromWire(text.trim());
    default:
      return (text) => text;
  }
}

function booleanOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (trueWords.has(word)) return true;
  return falseWords.has(word) ? false : undefined;
}

function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!numberForm.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}
