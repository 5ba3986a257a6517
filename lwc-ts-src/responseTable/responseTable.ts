import { LightningElement, api } from 'lwc';
import { NEWEST_FIRST, nextSorting, type SortKey, type Sorting } from 'c/historyCriteria';
import { fill } from 'c/pulseWording';
import type { ResponseRow } from 'c/responseRows';
import { LABELS } from './labels';

interface Column {
  readonly key: SortKey;
  readonly label: string;
  /** As `aria-sort` takes it. */
  readonly sort: 'ascending' | 'descending' | 'none';
  readonly icon: string;
  readonly buttonClass: string;
}

interface ShownRow extends ResponseRow {
  readonly isOpen: boolean;
  readonly expanded: string;
  readonly openIcon: string;
  readonly openLabel: string;
  readonly detailsKey: string;
  readonly isThisRecord: boolean;
  readonly rowClass: string;
  readonly isOverdue: boolean;
  readonly commentClass: string;
  readonly followUpClass: string;
}

const LABEL_OF: Readonly<Record<SortKey, string>> = {
  date: LABELS.date,
  rating: LABELS.rating,
  touchpoint: LABELS.touchpoint,
  contact: LABELS.person,
  followUp: LABELS.followUp,
};

/**
 * Answers as a table. A row opens into the whole answer with everything that can be done to it.
 * @fires sort with the `Sorting` that was chosen
 */
export default class ResponseTable extends LightningElement {
  @api rows: readonly ResponseRow[] = [];
  @api sorting: Sorting = NEWEST_FIRST;

  /** Said of the table as a whole. */
  @api caption = '';

  /** The answer whose own page this is. */
  @api recordId: string | undefined;

  /** Whether several people answer. */
  @api hasPeople = false;

  /** Whether the user may read comments. */
  @api hasComments = false;

  /** Puts the focus on a row, by its place. */
  @api
  focusRow(index: number): void {
    this.template?.querySelectorAll<HTMLElement>('[data-action="details"]')[index]?.focus();
  }

  labels = LABELS;
  private open: ReadonlySet<string> = new Set();

  get columns(): readonly Column[] {
    const keys: readonly SortKey[] = ['date', 'rating', 'touchpoint', ...(this.hasPeople ? (['contact'] as const) : [])];
    return keys.map((key) => this.column(key));
  }

  get followUpColumn(): Column {
    return this.column('followUp');
  }

  get shown(): readonly ShownRow[] {
    return this.rows.map((row) => {
      const isOpen = this.open.has(row.id);
      return {
        ...row,
        isOpen,
        expanded: String(isOpen),
        openIcon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        openLabel: fill(LABELS.detailsOf, row.name),
        detailsKey: `${row.id}-details`,
        isThisRecord: row.id === this.recordId,
        rowClass: row.setAside ? 'set-aside' : '',
        isOverdue: row.followUp?.state === 'overdue',
        commentClass: row.comment ? 'comment' : 'comment blank',
        followUpClass: row.followUp ? `follow-up ${row.followUp.state}` : 'follow-up blank',
      };
    });
  }

  get columnCount(): number {
    return this.columns.length + (this.hasComments ? 3 : 2);
  }

  sort(event: Event): void {
    const key = keyOf(event, 'sort');
    const column = SORT_KEYS.find((candidate) => candidate === key);
    if (column) this.dispatchEvent(new CustomEvent('sort', { detail: nextSorting(this.sorting, column) }));
  }

  toggle(event: Event): void {
    const id = keyOf(event, 'id');
    if (id === undefined) return;
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  private column(key: SortKey): Column {
    const isSorted = this.sorting.key === key;
    const sort = isSorted ? (this.sorting.ascending ? 'ascending' : 'descending') : 'none';
    const icon = sort === 'ascending' ? 'utility:arrowup' : 'utility:arrowdown';
    return { key, label: LABEL_OF[key], sort, icon, buttonClass: isSorted ? 'slds-button sort sorted' : 'slds-button sort' };
  }
}

const SORT_KEYS: readonly SortKey[] = ['date', 'rating', 'touchpoint', 'contact', 'followUp'];

function keyOf(event: Event, name: string): string | undefined {
  return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset[name] : undefined;
}
