import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { PaperColumn, PaperRow, PaperView } from './paper';
import { printSheet } from './printSheet';

export type { PaperColumn, PaperFigure, PaperRow, PaperSection, PaperView } from './paper';

interface CellView {
  readonly key: number;
  readonly text: string;
  readonly className: string;
  /** The head of its column, shown beside it where there is no room for columns. */
  readonly label: string;
}

interface RowView {
  readonly id: string;
  readonly rowClass: string;
  readonly header: string;
  readonly url: string;
  readonly cells: readonly CellView[];
}

/** A sheet for a meeting or a handover: figures, lists, lines to sign on. All of it is in one template, so that it can be printed. */
export default class HuddlePaper extends NavigationMixin(LightningElement) {
  @api
  get view(): PaperView | undefined {
    return this.shown;
  }
  set view(view: PaperView | undefined) {
    this.shown = view;
    void this.makeLinks();
  }

  private shown: PaperView | undefined;
  /** Addresses of the pages of the records, by id. */
  private urls: ReadonlyMap<string, string> = new Map();

  /** Prints the sheet alone; where that is not possible, the page as it is. */
  @api
  print(): void {
    const [sheet, place] = ['.sheet', '.print'].map((part) => this.template?.querySelector(part));
    try {
      if (sheet && place) printSheet(sheet, place, this.shown?.title ?? '');
    } catch {
      window.print();
    }
  }

  get figures() {
    return (this.shown?.figures ?? []).map((figure) => ({
      ...figure,
      figureClass: ['figure', ...(figure.isWide ? ['wide'] : []), ...(figure.isUrgent ? ['urgent'] : [])].join(' '),
      lines: figure.notes.map((text, key) => ({ key, text })),
    }));
  }

  get figuresClass(): string {
    return this.shown?.figures.some(({ isWide }) => isWide) ? 'figures with-wide' : 'figures';
  }

  get sections() {
    return (this.shown?.sections ?? []).map((section) => ({
      ...section,
      hasRows: section.rows.length > 0,
      head: section.columns.map((column, key) => ({ key, text: column.label, className: classOf(column) })),
      body: section.rows.map((row) => this.rowView(row, section.columns)),
    }));
  }

  get hasSignatures(): boolean {
    return (this.shown?.signatures.length ?? 0) > 0;
  }

  open(event: Event): void {
    const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['record'] : undefined;
    if (!recordId || opensElsewhere(event)) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](recordPage(recordId));
  }

  private rowView({ id, cells: [header = '', ...cells], isUrgent }: PaperRow, columns: readonly PaperColumn[]): RowView {
    return {
      id,
      header,
      url: this.urls.get(id) ?? '',
      rowClass: isUrgent ? 'urgent' : '',
      cells: cells.map((text, key) => ({ key, text, className: classOf(columns[key + 1]), label: columns[key + 1]?.label ?? '' })),
    };
  }

  private async makeLinks(): Promise<void> {
    const view = this.shown;
    const ids = (view?.sections ?? []).flatMap(({ rows }) => rows.filter(({ isRecord }) => isRecord).map(({ id }) => id));
    try {
      const urls = await Promise.all(ids.map((id) => this[NavigationMixin.GenerateUrl](recordPage(id))));
      if (view === this.shown) this.urls = new Map(ids.map((id, place) => [id, urls[place] ?? '']));
    } catch {
      this.urls = new Map();
    }
  }
}

function classOf(column: PaperColumn | undefined): string {
  return column?.isNumeric ? 'numeric' : 'words';
}

function recordPage(recordId: string): { type: string; attributes: { recordId: string; actionName: string } } {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}

/** A click with a key held asks the browser for a new tab or window: then the link itself does the work. */
function opensElsewhere(event: Event): boolean {
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
}
