import type { Field, FieldValue } from '../schema/types.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveError } from './types.ts';

/**
 * The value as the platform stores it: texts without white space around them,
 * of whole characters and never empty; check boxes never blank.
 */
export function storedForm(field: Field, value: FieldValue): FieldValue {
  if (field.type === 'boolean') return value === true || value === 1;
  if (typeof value !== 'string') return value;
  const trimmed = wholeCharacters(value).trim();
  return trimmed === '' ? null : trimmed;
}

/** No text holds NUL or half a character: databases and clients cut it there, and it would name another record. */
function wholeCharacters(text: string): string {
  const withoutNul = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return withoutNul.isWellFormed() ? withoutNul : withoutNul.toWellFormed();
}

const emailForm = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/u;

/** Why this value cannot be in this field; undefined when it can. References are checked apart, a batch at a time. */
export function valueError(field: Field, value: FieldValue): SaveError | undefined {
  if (value === null) return undefined;
  switch (field.type) {
    case 'string':
    case 'textarea':
    case 'longtextarea':
    case 'phone':
    case 'url':
    case 'combobox':
    case 'encryptedstring':
      return textError(field, value);
    case 'email':
      return textError(field, value) ?? (emailForm.test(String(value)) ? undefined : saveErrors.invalidEmail(field, String(value)));
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberError(field, value);
    case 'picklist':
      return picklistError(field, value) ?? textError(field, value);
    case 'multipicklist':
      return firstError(String(value).split(';'), (part) => picklistError(field, part.trim()));
    case 'date':
      return isPlatformDay(value) ? undefined : saveErrors.invalidDate(field, String(value));
    case 'datetime':
      return isPlatformMoment(value) ? undefined : saveErrors.invalidDate(field, String(value));
    default:
      return undefined;
  }
}

/** The platform's calendar goes from 1700 to 4000 (SOQL and SOSL Reference, "Date Formats and Date Literals"). */
const firstMoment = Date.UTC(1700, 0, 1);
const endOfTime = Date.UTC(4001, 0, 1);

function isPlatformDay(value: FieldValue): boolean {
  return typeof value === 'string' && value >= '1700-01-01' && value <= '4000-12-31';
}

function isPlatformMoment(value: FieldValue): boolean {
  return typeof value === 'number' && value >= firstMoment && value < endOfTime;
}

/** The error of a value that is not one of a restricted picklist. */
export function picklistError(field: Field, value: FieldValue): SaveError | undefined {
  const { picklist } = field;
  if (value === null || picklist === undefined || !picklist.restricted) return undefined;
  const known = picklist.values.some((choice) => choice.active && choice.value === value);
  return known ? undefined : saveErrors.restrictedPicklist(field, String(value));
}

function textError(field: Field, value: FieldValue): SaveError | undefined {
  if (typeof value !== 'string') return saveErrors.wrongType(field, String(value));
  return field.length !== undefined && value.length > field.length ? saveErrors.tooLong(field, value, field.length) : undefined;
}

/** Degrees from the equator and from Greenwich, for the parts of addresses and geolocations. */
function mostDegrees({ name, compoundFieldName }: Field): number | undefined {
  if (compoundFieldName === undefined) return undefined;
  return /Latitude(?:__s)?$/u.test(name) ? 90 : /Longitude(?:__s)?$/u.test(name) ? 180 : undefined;
}

const powersOfTen: readonly number[] = Array.from({ length: 19 }, (_unused, digits) => 10 ** digits);

function numberError(field: Field, value: FieldValue): SaveError | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return saveErrors.wrongType(field, String(value));
  if (Math.abs(value) > (mostDegrees(field) ?? Infinity)) return saveErrors.outsideRange(field, value);
  if (field.precision === undefined) return undefined;
  const integerDigits = field.precision - (field.scale ?? 0);
  return Math.abs(value) < (powersOfTen[integerDigits] ?? 10 ** integerDigits) ? undefined : saveErrors.outsideRange(field, value);
}

function firstError<Item>(items: readonly Item[], check: (item: Item) => SaveError | undefined): SaveError | undefined {
  for (const item of items) {
    const error = check(item);
    if (error !== undefined) return error;
  }
  return undefined;
}
