import { LightningElement, api } from 'lwc';
import showLess from '@salesforce/label/c.Pulse_Board_Show_Less';

/** One row; all words are made outside. */
export interface RangeRow {
  readonly id: string;
  readonly name: string;
  readonly nps: string;
  readonly margin: string;
  readonly answers: string;
  /** Rests on few answers. */
  readonly isFew: boolean;
  readonly change: string;
  readonly direction: 'up' | 'down' | 'none';
  /** On a scale from 0 (-100) to 100 (100). */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** A table of them. */
export interface RangesView {
  readonly caption: string;
  readonly columns: { readonly name: string; readonly nps: string; readonly answers: string; readonly change: string };
  readonly rows: readonly RangeRow[];
  /** Why a row is drawn hollow; empty where none is. */
  readonly few: string;
  /** "Show all 14" */
  readonly showAll: string;
  /** Rows lead somewhere. */
  readonly isLinked: boolean;
}

interface RowView extends RangeRow {
  readonly rangeStyle: string;
  readonly dotStyle: string;
  readonly dotClass: string;
  readonly icon: string | undefined;
  readonly changeClass: string;
}

/** As many rows as are shown before a person asks for all. */
const FIRST_ROWS = 8;
const ICONS = { up: 'utility:arrowup', down: 'utility:arrowdown', none: undefined } as const;

/**
 * Several NPS side by side. The ranges are drawn, and everything they say stands in the table in words.
 * @fires choose when a row that leads somewhere is chosen; its detail is the row's id
 */
export default class NpsRanges extends LightningElement {
  @api view: RangesView | undefined;

  isOpen = false;

  get rows(): RowView[] {
    const rows = this.view?.rows ?? [];
    return (this.isOpen ? rows : rows.slice(0, FIRST_ROWS)).map((row) => ({
      ...row,
      rangeStyle: `inset-inline-start: ${row.low}%; inline-size: ${row.high - row.low}%`,
      dotStyle: `inset-inline-start: ${row.at}%`,
      dotClass: row.isFew ? 'dot hollow' : 'dot',
      icon: ICONS[row.direction],
      changeClass: row.direction === 'none' ? 'weak' : 'strong',
    }));
  }

  get hasMore(): boolean {
    return (this.view?.rows.length ?? 0) > FIRST_ROWS;
  }

  get moreText(): string {
    return this.isOpen ? showLess : (this.view?.showAll ?? '');
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
  }

  choose(event: Event): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof HTMLElement)) return;
    this.dispatchEvent(new CustomEvent('choose', { detail: currentTarget.dataset['id'] }));
  }
}
