import { api, LightningElement } from 'lwc';
import type { ListCellModel, ListColumnModel, ListPageModel, ListRowModel } from '../../../pages/pageSettings.ts';
import type { ShownField } from '../../page/shownFields.ts';
import { say, texts } from '../../page/texts.ts';

/** A column of the table, and whether the rows are in its order. */
export interface TableColumn extends ListColumnModel {
  readonly sorted: 'ascending' | 'descending' | 'none';
}

interface Head extends TableColumn {
  readonly ariaSort: string | null;
  readonly title: string;
  readonly icon: string | undefined;
  readonly className: string;
}

type Cell = ShownField & { readonly className: string };

interface Row {
  readonly id: string;
  readonly name: string;
  readonly first: Cell | undefined;
  readonly rest: readonly Cell[];
}

const numbers: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

/** Records as a table whose columns can be sorted; on phones as a list of cards. Tells `sort` with a column's name. */
export default class RecordTable extends LightningElement {
  @api label = '';
  @api columns: readonly TableColumn[] = [];
  @api rows: readonly ListRowModel[] = [];
  @api objectApiName = '';
  @api may: ListPageModel['may'] = { create: false, edit: false, delete: false };

  texts = texts;

  get hasActions(): boolean {
    return this.may.edit || this.may.delete;
  }

  get heads(): readonly Head[] {
    return this.columns.map((column, index) => ({
      ...column,
      ariaSort: column.sorted === 'none' ? null : column.sorted,
      title: say(texts.sortBy, column.label),
      icon: { ascending: 'utility:arrowup', descending: 'utility:arrowdown', none: undefined }[column.sorted],
      className: isNumber(this.rows[0]?.cells[index], index) ? 'number' : '',
    }));
  }

  get shownRows(): readonly Row[] {
    return this.rows.map(({ id, name, cells }) => {
      const fields = cells.map((cell, index): Cell => {
        const className = `${isNumber(cell, index) ? 'number' : ''}${isBlank(cell) ? ' blank' : ''}`.trim();
        return { ...cell, name: `cell${String(index)}`, label: this.columns[index]?.label ?? '', className };
      });
      const [first, ...rest] = fields;
      // Whatever the first column holds, a row leads to its record.
      const url = first?.url ?? `/lightning/r/${this.objectApiName}/${id}/view`;
      const shown = first === undefined ? undefined : { ...first, url, ...(first.value === null ? { value: name } : {}) };
      return { id, name, first: shown, rest };
    });
  }

  handleSort(event: Event): void {
    const { column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: column }));
  }
}

/** The first column names the record, whatever its type. */
function isNumber(cell: ListCellModel | undefined, index: number): boolean {
  return index > 0 && cell !== undefined && numbers.has(cell.type);
}

function isBlank({ value }: ListCellModel): boolean {
  return value === null || value === '';
}
