import type { Field, SObjectType } from '../schema/types.ts';
import type { OrgDatabase } from './database.ts';

/**
 * `PR-{00000000}` and 17 -> `PR-00000017`; `{YYYY}{MM}{DD}-{0}` takes the day from `now`.
 * @param now epoch milliseconds
 */
export function formatAutoNumber(format: string, serial: number, now = 0): string {
  const plain = plainFormOf(format);
  if (plain !== undefined) return plain.before + String(serial).padStart(plain.digits, '0') + plain.behind;
  const [year = '', month = '', day = ''] = new Date(now).toISOString().slice(0, 10).split('-');
  const parts: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
  return format
    .replace(/\{(YYYY|YY|MM|DD)\}/gu, (_, part: string) => parts[part] ?? '')
    .replace(/\{(0+)\}/u, (_, digits: string) => String(serial).padStart(digits.length, '0'));
}

interface PlainForm {
  readonly before: string;
  readonly digits: number;
  readonly behind: string;
}

const plainForms = new Map<string, PlainForm | undefined>();

/** A format without a date, taken apart once. */
function plainFormOf(format: string): PlainForm | undefined {
  if (!plainForms.has(format)) {
    const [, before = '', digits = '', behind = ''] = /^([^{}]*)\{(0+)\}([^{}]*)$/u.exec(format) ?? [];
    plainForms.set(format, digits === '' ? undefined : { before, digits: digits.length, behind });
  }
  return plainForms.get(format);
}

/**
 * Where each auto-number stands. Numbers are counted in memory; `keep` writes
 * the position in the transaction that stores the records, so that every number
 * that was committed stays used after a crash. A rolled-back save leaves a gap,
 * as on the platform.
 */
export class AutoNumbers {
  readonly #database: OrgDatabase;
  readonly #next = new Map<string, number>();

  constructor(database: OrgDatabase) {
    this.#database = database;
  }

  next(object: SObjectType, field: Field, now?: number): string {
    const { format, start } = field.autoNumber ?? { format: '{0}', start: 1 };
    const name = sequenceName(object, field);
    const serial = this.#next.get(name) ?? this.#stored(name) ?? start;
    this.#next.set(name, serial + 1);
    return formatAutoNumber(format, serial, now);
  }

  keep(object: SObjectType): void {
    for (const field of object.fields.values()) {
      if (field.autoNumber === undefined) continue;
      const name = sequenceName(object, field);
      const next = this.#next.get(name);
      if (next === undefined) continue;
      this.#database
        .prepare('INSERT INTO local_sequence (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next')
        .run(name, next);
    }
  }

  #stored(name: string): number | undefined {
    const row = this.#database.prepare('SELECT next FROM local_sequence WHERE name = ?').get(name);
    return row === undefined ? undefined : Number(row['next']);
  }
}

function sequenceName(object: SObjectType, field: Field): string {
  return `${object.name}.${field.name}`;
}
