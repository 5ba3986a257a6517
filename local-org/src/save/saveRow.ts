import type { FieldValues } from '../schema/types.ts';
import type { SaveError, TriggerRow } from './types.ts';

/** One record on its way through the order of execution. */
export class SaveRow implements TriggerRow {
  /** Place in the request, so that results come back in its order. */
  readonly index: number;
  readonly id: string;
  readonly values: FieldValues;
  readonly prior: FieldValues | undefined;
  /** Fields that the request itself names: only these are checked for being writable. */
  readonly given: ReadonlySet<string>;
  readonly #errors: SaveError[] = [];

  constructor(row: { index: number; id: string; values: FieldValues; prior: FieldValues | undefined; given: ReadonlySet<string> }) {
    this.index = row.index;
    this.id = row.id;
    this.values = row.values;
    this.prior = row.prior;
    this.given = row.given;
  }

  fail(error: SaveError): void {
    this.#errors.push(error);
  }

  get failed(): boolean {
    return this.#errors.length > 0;
  }

  get errors(): readonly SaveError[] {
    return this.#errors;
  }

  /** Whether the save gives this field another value than it had. */
  changes(fieldName: string): boolean {
    return this.prior === undefined || this.prior[fieldName] !== this.values[fieldName];
  }
}
