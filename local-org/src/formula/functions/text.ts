import { FormulaRunError } from '../errors.ts';
import { formatDate, formatDateTime, formatTime } from '../runtime/calendar.ts';
import { Decimal, formatNumber, toCount, type Num } from '../runtime/numbers.ts';
import { asMoment, asNumber, asText, textOrBlank, type Value } from '../runtime/values.ts';
import type { FormulaType } from '../types.ts';
import { binary, byCount, constant, read, ternary, unary } from './build.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';

/** The numbers that VALUE reads: an optional sign, digits, a point, an exponent; no blanks. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Characters of the platform's longest text. */
const LONGEST_TEXT = 131_072;
const LAST_CODE_POINT = 0x10ffff;
const CASE_SAFE_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const WORD = /([\p{L}\p{Nd}])([\p{L}\p{Nd}]*)/gu;

const text: FunctionDefinition = {
  name: 'TEXT',
  check(site) {
    checkCount(site, 1);
    checkType(site, 0, 'number', 'date', 'datetime', 'time', 'picklist');
    return 'text';
  },
  emit(args, nodes) {
    const value = read('any', args[0]);
    const type = nodes[0]?.type ?? 'null';
    return (values, context) => toText(value(values, context), type);
  },
};

function toText(value: Value, type: FormulaType): string | null {
  if (type === 'picklist') return asText(value);
  if (type === 'number') {
    const number = asNumber(value);
    return number === null ? null : formatNumber(number);
  }
  const moment = asMoment(value);
  if (moment === null) return null;
  if (type === 'date') return formatDate(moment);
  return type === 'datetime' ? formatDateTime(moment) : formatTime(moment);
}

function parseNumber(value: string): Num {
  if (!NUMBER.test(value)) throw new FormulaRunError('VALUE() needs a number');
  const double = Number(value);
  return Number.isSafeInteger(double) ? double : new Decimal(value);
}

/** Text functions of one text: blank in, blank out. */
function textUnary(name: string, run: (text: string) => string): FunctionDefinition {
  return unary(name, 'text', 'text', (value) => (value === null ? null : textOrBlank(run(value))));
}

function search(name: string, found: (text: string, part: string) => boolean): FunctionDefinition {
  return binary(name, ['text', 'text'], 'boolean', (value, part) => part === null || (value !== null && found(value, part)));
}

function recase(name: string, run: (text: string, locale: string | undefined) => string): FunctionDefinition {
  return byCount(
    new Map([
      [1, textUnary(name, (value) => run(value, 'en'))],
      [
        2,
        binary(name, ['text', 'text'], 'text', (value, locale) => (value === null ? null : textOrBlank(run(value, languageTag(locale))))),
      ],
    ]),
  );
}

/** `tr_TR` to `tr-TR`; what is no locale falls back to English. */
function languageTag(locale: string | null): string {
  try {
    return Intl.getCanonicalLocales((locale ?? 'en').replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function pad(name: string, join: (value: string, padding: string) => string): FunctionDefinition {
  const run = (value: string | null, length: Num | null, padding: string | null): Value => {
    const size = length === null ? 0 : toCount(length);
    if (size > LONGEST_TEXT) throw new FormulaRunError(`${name}() cannot make a text that long`);
    if (value === null || size <= 0) return null;
    if (size <= value.length) return value.slice(0, size);
    if (padding === null) return value;
    const missing = size - value.length;
    return join(value, padding.repeat(Math.ceil(missing / padding.length)).slice(0, missing));
  };
  return byCount(
    new Map([
      [2, binary(name, ['text', 'number'], 'text', (value, length) => run(value, length, ' '))],
      [3, ternary(name, ['text', 'number', 'text'], 'text', run)],
    ]),
  );
}

function find(part: string | null, value: string | null, start: Num | null): Num | null {
  if (start === null) return null;
  if (part === null || value === null) return 0;
  return value.indexOf(part, Math.max(0, toCount(start) - 1)) + 1;
}

function middle(value: string | null, start: Num | null, count: Num | null): string | null {
  if (value === null || start === null || count === null) return null;
  const from = Math.max(1, toCount(start)) - 1;
  return textOrBlank(value.slice(from, from + Math.max(0, toCount(count))));
}

function character(code: number): string {
  if (code > LAST_CODE_POINT) throw new FormulaRunError('CHR() needs the number of a character');
  return String.fromCodePoint(code);
}

/** The three characters that make a 15-character id safe where case is ignored. */
function caseSafeId(id: string): string {
  if (id.length !== 15) return id;
  let suffix = '';
  for (let part = 0; part < 3; part++) {
    let bits = 0;
    for (let bit = 0; bit < 5; bit++) {
      const character = id[part * 5 + bit] ?? '';
      if (character >= 'A' && character <= 'Z') bits |= 1 << bit;
    }
    suffix += CASE_SAFE_DIGITS[bits] ?? '';
  }
  return id + suffix;
}

export const textFunctions: readonly FunctionDefinition[] = [
  text,
  unary('VALUE', 'text', 'number', (value) => (value === null ? null : parseNumber(value))),
  unary('ISNUMBER', 'text', 'boolean', (value) => value !== null && NUMBER.test(value)),
  unary('LEN', 'text', 'number', (value) => value?.length ?? 0),
  textUnary('TRIM', (value) => value.trim()),
  textUnary('REVERSE', (value) => [...value].reverse().join('')),
  textUnary('INITCAP', (value) => value.replace(WORD, (_word, first: string, rest: string) => first.toUpperCase() + rest.toLowerCase())),
  textUnary('CASESAFEID', caseSafeId),
  recase('UPPER', (value, locale) => value.toLocaleUpperCase(locale)),
  recase('LOWER', (value, locale) => value.toLocaleLowerCase(locale)),
  unary('ASCII', 'text', 'number', (value) => value?.codePointAt(0) ?? null),
  unary('CHR', 'number', 'text', (code) => (code === null || toCount(code) <= 0 ? null : character(toCount(code)))),
  binary('LEFT', ['text', 'number'], 'text', (value, count) =>
    value === null || count === null ? null : textOrBlank(value.slice(0, Math.max(0, toCount(count)))),
  ),
  binary('RIGHT', ['text', 'number'], 'text', (value, count) =>
    value === null || count === null || toCount(count) <= 0 ? null : textOrBlank(value.slice(-toCount(count))),
  ),
  ternary('MID', ['text', 'number', 'number'], 'text', middle),
  ternary('SUBSTITUTE', ['text', 'text', 'text'], 'text', (value, old, replacement) =>
    value === null || old === null ? null : textOrBlank(value.replaceAll(old, () => replacement ?? '')),
  ),
  byCount(
    new Map([
      [2, binary('FIND', ['text', 'text'], 'number', (part, value) => find(part, value, 1))],
      [3, ternary('FIND', ['text', 'text', 'number'], 'number', find)],
    ]),
  ),
  search('CONTAINS', (value, part) => value.includes(part)),
  search('BEGINS', (value, part) => value.startsWith(part)),
  pad('LPAD', (value, padding) => padding + value),
  pad('RPAD', (value, padding) => value + padding),
  constant('BR', 'text', () => '\n'),
];
