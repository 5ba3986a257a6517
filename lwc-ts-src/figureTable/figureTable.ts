import { LightningElement, api } from 'lwc';
import hideLabel from '@salesforce/label/c.Pulse_Table_Hide';
import showLabel from '@salesforce/label/c.Pulse_Table_Show';

/** A column of the table. */
export interface FigureColumn {
  readonly label: string;
  /** Figures stand at the end of their cell, so that they can be compared. */
  readonly isNumeric?: boolean;
}

/** A row of the table: one text a column, as it is to be shown. The first one heads the row, as a link where there is an address. */
export interface FigureRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly url?: string | undefined;
}

interface CellView {
  readonly key: number;
  readonly text: string;
  readonly className: string;
  readonly label: string;
}

interface RowView {
  readonly id: string;
  readonly header: string;
  readonly url: string | undefined;
  readonly cells: readonly CellView[];
}

/** The figures of a chart as a table, behind a button that shows and hides it. */
export default class FigureTable extends LightningElement {
  /** What the table shows; a screen reader says it before the rows. */
  @api caption = '';

  @api columns: readonly FigureColumn[] = [];
  @api rows: readonly FigureRow[] = [];

  /** Whether the table is shown from the beginning. */
  @api open = false;

  private chosen: boolean | undefined;

  get isOpen(): boolean {
    return this.chosen ?? this.open;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get toggleText(): string {
    return this.isOpen ? hideLabel : showLabel;
  }

  get columnViews(): CellView[] {
    return this.columns.map(({ label, isNumeric }, key) => ({ key, text: label, label, className: alignment(isNumeric) }));
  }

  get rowViews(): RowView[] {
    return this.rows.map(({ id, cells: [header = '', ...cells], url }) => ({ id, header, url, cells: this.cellViews(cells) }));
  }

  toggle(): void {
    this.chosen = !this.isOpen;
  }

  private cellViews(cells: readonly string[]): CellView[] {
    return cells.map((text, key) => {
      const column = this.columns[key + 1];
      return { key, text, label: column?.label ?? '', className: alignment(column?.isNumeric) };
    });
  }
}

function alignment(isNumeric = false): string {
  return isNumeric ? 'numeric' : 'words';
}
