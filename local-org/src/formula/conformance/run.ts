import { compileFormula, type StrictFormula } from '../compileFormula.ts';
import { FormulaRunError } from '../errors.ts';
import type { FormulaContext } from '../types.ts';
import type { FieldType, FieldValue } from '../../schema/types.ts';
import type { CorpusCase, CorpusRow } from './corpus.ts';

/** What a row gave: a value, or a run-time error. */
export type Outcome = { readonly value: FieldValue } | { readonly error: string };

const CONTEXT: FormulaContext = { now: Date.UTC(2026, 0, 15, 12), timeZone: 'UTC', isNew: false };

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  Double: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Text: 'string',
  textarea: 'textarea',
  phone: 'phone',
  email: 'email',
  url: 'url',
  Boolean: 'boolean',
  DateOnly: 'date',
  DateTime: 'datetime',
  TimeOnly: 'time',
};

/** Fields that only a nested formula names carry their type in their name. */
const TYPE_BY_NAME: readonly (readonly [RegExp, FieldType])[] = [
  [/datetime/i, 'datetime'],
  [/date/i, 'date'],
  [/percent/i, 'percent'],
  [/currency/i, 'currency'],
  [/number/i, 'double'],
  [/checkbox/i, 'boolean'],
];

interface Leaf {
  readonly kind: 'leaf';
  readonly type: FieldType;
  readonly position: number;
}

interface Computed {
  readonly kind: 'computed';
  readonly type: FieldType;
  readonly formula: StrictFormula;
}

/** A case of the corpus, compiled with one of the two rules for blanks. */
export class CaseRunner {
  readonly formula: StrictFormula;
  readonly #fields = new Map<string, Leaf | Computed>();
  readonly #blanksAs: 'zero' | 'blank';
  #leaves = 0;

  constructor(test: CorpusCase, blanksAs: 'zero' | 'blank') {
    this.#blanksAs = blanksAs;
    for (const field of test.fields) this.#declare(field.name, FIELD_TYPES[field.dataType] ?? 'string', field.formula);
    this.formula = this.#compile(test.formula, test.dataType === 'Percent');
  }

  run(row: CorpusRow): Outcome {
    const inputs = splitInput(row.input ?? '');
    try {
      return { value: this.#evaluate(this.formula, inputs) };
    } catch (error) {
      if (error instanceof FormulaRunError) return { error: error.message };
      throw error;
    }
  }

  #declare(name: string, type: FieldType, source: string | undefined): void {
    const key = `${name.toLowerCase()}__c`;
    if (source === undefined) this.#fields.set(key, { kind: 'leaf', type, position: this.#leaves++ });
    else this.#fields.set(key, { kind: 'computed', type, formula: this.#compile(source, type === 'percent') });
  }

  #compile(source: string, percent: boolean): StrictFormula {
    const scope = {
      resolve: (path: readonly string[]) => {
        const key = path.join('.').toLowerCase();
        const type = TYPE_BY_NAME.find(([pattern]) => pattern.test(key))?.[1] ?? 'string';
        if (!this.#fields.has(key)) this.#fields.set(key, { kind: 'leaf', type, position: this.#leaves++ });
        return { type: this.#fields.get(key)?.type ?? type };
      },
    };
    return compileFormula(source, scope, { blanksAs: this.#blanksAs, percent });
  }

  #evaluate(formula: StrictFormula, inputs: readonly string[]): FieldValue {
    const values = formula.references.map(({ path }) => {
      const field = this.#fields.get(path.join('.').toLowerCase());
      if (field === undefined) return null;
      return field.kind === 'leaf' ? parseInput(inputs[field.position] ?? '', field.type) : this.#evaluate(field.formula, inputs);
    });
    return formula.evaluateStrictly(values, CONTEXT);
  }
}

function splitInput(input: string): readonly string[] {
  const parts: string[] = [''];
  for (const [piece] of input.matchAll(/\\[\\,]|[\s\S]/g)) {
    if (piece === ',') parts.push('');
    else parts.push((parts.pop() ?? '') + (piece.length > 1 ? piece.slice(1) : piece));
  }
  return parts;
}

function parseInput(input: string, type: FieldType): FieldValue {
  const text = input.trim();
  if (input === '' || text.toUpperCase() === 'NULL') return null;
  switch (type) {
    case 'double':
    case 'currency':
    case 'percent':
      return Number(text);
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'date':
      return new Date(moment(text.split(':').slice(0, 3).join(':'))).toISOString().slice(0, 10);
    case 'datetime':
      return moment(text);
    default:
      return input;
  }
}

/** `2004:12:31:11:32:00`, in UTC unless `:PST` follows. */
function moment(text: string): number {
  const zone = text.endsWith(':PST') ? 8 : 0;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
  return Date.UTC(year, month - 1, day, hour + zone, minute, second);
}

/** Whether an outcome is what the corpus expects. Doubles may differ in their last digits. */
export function meets(outcome: Outcome, expected: string, resultType: string): boolean {
  if (expected.startsWith('Error')) return 'error' in outcome;
  if ('error' in outcome) return false;
  const { value } = outcome;
  if (expected === 'null') return value === null;
  if (typeof value === 'number' && resultType === 'time') return timeText(value) === expected + '00:00:00.000'.slice(expected.length);
  if (typeof value === 'number' && resultType === 'datetime') return Math.floor(value / 1000) * 1000 === javaDate(expected);
  if (typeof value === 'string' && resultType === 'date') return Date.parse(`${value}T00:00:00Z`) === startOfDay(javaDate(expected));
  if (typeof value === 'number') return closeTo(value, Number(expected));
  if (typeof value === 'boolean') return String(value) === expected.toLowerCase();
  return String(value).trim() === expected.replaceAll('\\,', ',').replaceAll('\\\\', '\\');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Fri Dec 31 11:32:00 GMT 2004` */
function javaDate(text: string): number {
  const [, month = '', day, hour, minute, second, year] = /^\w+ (\w+) (\d+) (\d+):(\d+):(\d+) GMT (\d+)$/.exec(text) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(year), MONTHS.indexOf(month), Number(day));
  return date.setUTCHours(Number(hour), Number(minute), Number(second));
}

function startOfDay(time: number): number {
  return Math.floor(time / 86_400_000) * 86_400_000;
}

function timeText(time: number): string {
  return new Date(time).toISOString().slice(11, 23);
}

function closeTo(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= Math.max(1e-15, Math.abs(expected) * 1e-12);
}
