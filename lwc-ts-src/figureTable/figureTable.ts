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

/** The figures of a chart as a table, behind a button that shows and hides it; further buttons go into the slot before it. */
export default class FigureTable extends LightningElement {
  /** What the table shows; a screen reader says it before the rows. */
  @api caption = '';

  @api columns: readonly FigureColumn[] = [];
  @api rows: readonly FigureRow[] = [];

  /** Whether the table is shown from the beginning. */
  @api open = false;

  /** The table itself, fetched when it is opened for the first time. */
  table: typeof LightningElement | undefined;

  private chosen: boolean | undefined;

  override connectedCallback(): void {
    if (this.isOpen) void this.fetchTable();
  }

  get isOpen(): boolean {
    return this.chosen ?? this.open;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get toggleText(): string {
    return this.isOpen ? hideLabel : showLabel;
  }

  async toggle(): Promise<void> {
    this.chosen = !this.isOpen;
    await this.fetchTable();
  }

  private async fetchTable(): Promise<void> {
    this.table ??= (await import('c/figureRows')).default;
  }
}
