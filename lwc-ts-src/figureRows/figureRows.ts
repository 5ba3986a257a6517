import { LightningElement, api } from 'lwc';
import type { FigureColumn, FigureRow } from 'c/figureTable';

interface CellView {
  readonly key: number;
  readonly text: string;
  readonly className: string;
}

interface RowView {
  readonly id: string;
  readonly header: string;
  readonly url: string | undefined;
  readonly cells: readonly CellView[];
}

/** The figures of a chart as a table. */
export default class FigureRows extends LightningElement {
  /** What the table shows; a screen reader says it before the rows. */
  @api caption = '';

  @api columns: readonly FigureColumn[] = [];
  @api rows: readonly FigureRow[] = [];

  get columnViews(): CellView[] {
    return this.columns.map(({ label }, key) => ({ key, text: label, className: this.classOf(key) }));
  }

  get rowViews(): RowView[] {
    return this.rows.map(({ id, cells: [header = '', ...cells], url }) => ({
      id,
      header,
      url,
      cells: cells.map((text, key) => ({ key, text, className: this.classOf(key + 1) })),
    }));
  }

  private classOf(column: number): string {
    return this.columns[column]?.isNumeric ? 'numeric' : 'words';
  }
}
