import { csvLine, emptied, type CsvValue } from '../../salesforce/bulk/csv.ts';
import type { WireRecord } from '../../salesforce/composite.ts';

/** A record as cells by column; a parent's external id has the column `<relationship>.<field>`. */
export type Cells = Readonly<Record<string, CsvValue>>;

/** A record of the REST API as cells. A text that is emptied is told from one that is not spoken of. */
export function cellsOf(record: WireRecord): Cells {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]): [string, CsvValue] => {
      if (typeof value === 'object' && value !== null) {
        const [field = ''] = Object.keys(value);
        return [`${name}.${field}`, String(Object.values(value)[0])];
      }
      return [name, value === '' ? null : plain(value)];
    }),
  );
}

function plain(value: unknown): CsvValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
}

/** True when the Bulk API can carry the record: a text that is the platform's word for "emptied" cannot be told from it. */
export function canBeCells(cells: Cells): boolean {
  return Object.values(cells).every((value) => value !== emptied);
}

/** The columns of a job, as they come up. */
export class Columns {
  readonly #names = new Set<string>();

  add(cells: Cells): void {
    for (const name of Object.keys(cells)) if (cells[name] !== undefined) this.#names.add(name);
  }

  get header(): string {
    return csvLine([...this.#names]);
  }

  line(cells: Cells): string {
    return csvLine([...this.#names].map((name) => cells[name]));
  }
}
