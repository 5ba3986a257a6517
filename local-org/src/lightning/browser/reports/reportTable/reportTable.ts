import { api, LightningElement } from 'lwc';
import formFactor from '@salesforce/client/formFactor';
import { numberText, say, texts } from '../../page/texts.ts';
import { sortedBy } from '../sorting.ts';
import type { ReportTable as TableModel, SortColumn, TableCell, TableHead, TableRow } from '../tableModel.ts';
import type { WireReportMetadata } from '../wire.ts';

interface ShownHead extends TableHead {
  readonly className: string;
  readonly ariaSort: string | null;
  readonly icon: string | undefined;
  readonly sortTitle: string;
  readonly scope: 'col' | 'colgroup';
}

interface ShownRow {
  readonly id: string;
  readonly className: string;
  readonly head: TableCell;
  readonly headStyle: string;
  readonly isGroup: boolean;
  /** How many columns the head of the row stands over: all, for a record on a phone. */
  readonly columns: number;
  readonly lines: readonly { readonly key: string; readonly label: string; readonly text: string; readonly url?: string }[];
  readonly ariaExpanded: string;
  readonly icon: string;
  readonly toggleLabel: string;
  readonly cells: readonly (TableCell & { readonly key: string; readonly className: string; readonly label: string })[];
}

/** Rows that are drawn at once; a person asks for more. */
const page = 200;

/** A report as a table: groups that open and close, headings that stay, figures at the end of their cell. Tells `sort` and `toggle`. */
export default class ReportTable extends LightningElement {
  @api label = '';
  @api table: TableModel | undefined;
  /** Of the report, for what it is sorted by; absent: nothing is sorted. */
  @api metadata: WireReportMetadata | undefined;
  /** Whether the rows are cards on a phone: a plain list of records. */
  @api cards = false;

  texts = texts;
  shown = page;

  get scrollerClass(): string {
    return this.cards ? 'scroller cards' : 'scroller';
  }

  /** Beside figures of groups a phone has no room for the columns of records: each record is a card in its row. */
  get isNarrow(): boolean {
    return formFactor === 'Small' && !this.cards;
  }

  get headRows(): readonly { readonly key: string; readonly heads: readonly ShownHead[] }[] {
    return this.heads.map((heads, index) => ({ key: String(index), heads: heads.map((head) => this.shownHead(head)) }));
  }

  get rows(): readonly ShownRow[] {
    const all = this.table?.rows ?? [];
    const drawn = all.length <= this.shown ? all : [...all.slice(0, this.shown), ...all.filter(({ kind }) => kind === 'total')];
    const labels = (this.table?.heads.at(-1) ?? []).map(({ label }) => label);
    const columns = this.isNarrow && this.heads.length === 1 ? this.heads[0]?.length : undefined;
    return drawn.map((row) => shownRow(row, labels, columns));
  }

  get isEmpty(): boolean {
    return (this.table?.rows ?? []).every(({ kind }) => kind === 'total');
  }

  get moreLabel(): string | undefined {
    const left = (this.table?.rows.length ?? 0) - this.shown;
    return left > 0 ? say(texts.showMoreCount, numberText(Math.min(left, page))) : undefined;
  }

  handleMore(): void {
    this.shown += page;
  }

  handleSort(event: Event): void {
    const { column = '' } = (event.currentTarget as HTMLElement).dataset;
    const found = (this.table?.heads ?? []).flat().find(({ key }) => key === column)?.sortBy;
    if (found !== undefined) this.dispatchEvent(new CustomEvent<SortColumn>('sort', { detail: found }));
  }

  handleToggle(event: Event): void {
    const { group } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('toggle', { detail: group }));
  }

  private get heads(): readonly (readonly TableHead[])[] {
    const heads = this.table?.heads ?? [];
    return this.isNarrow ? heads.map((line) => line.filter(({ sortBy }) => sortBy?.kind !== 'detail')) : heads;
  }

  private shownHead(head: TableHead): ShownHead {
    const { metadata } = this;
    const sorted = metadata === undefined || head.sortBy === undefined ? undefined : sortedBy(metadata, head.sortBy);
    return {
      ...head,
      scope: head.columns > 1 ? 'colgroup' : 'col',
      className: `${head.isNumber ? 'number' : ''}${head.key === 'group' ? ' first' : ''}`.trim(),
      ariaSort: sorted === undefined || sorted === 'none' ? null : sorted,
      icon: sorted === 'ascending' ? 'utility:arrowup' : sorted === 'descending' ? 'utility:arrowdown' : undefined,
      sortTitle: sorted === undefined ? '' : say(texts.sortBy, head.label),
    };
  }
}

function shownRow({ id, kind, level, head, cells, isOpen }: TableRow, labels: readonly string[], narrow: number | undefined): ShownRow {
  const offset = labels.length - cells.length;
  const isCard = narrow !== undefined && kind === 'detail';
  const inRow = isCard ? [] : narrow === undefined ? cells : cells.slice(0, narrow - 1);
  const filled = cells.flatMap(({ text, url }, index) =>
    text === '' ? [] : [{ key: String(index), label: labels[index + offset] ?? '', text, ...(url === undefined ? {} : { url }) }],
  );
  return {
    id,
    className: `${kind} level-${String(Math.min(level, 3))}${isOpen === undefined ? '' : ' parent'}`,
    head,
    headStyle: `padding-inline-start: ${String(0.75 + level * 1.25 + (isOpen === undefined && kind !== 'total' && level > 0 ? 0.5 : 0))}rem`,
    isGroup: isOpen !== undefined,
    ariaExpanded: String(isOpen === true),
    icon: isOpen === true ? 'utility:chevrondown' : 'utility:chevronright',
    toggleLabel: head.text,
    columns: isCard ? narrow : 1,
    lines: isCard ? filled : [],
    cells: inRow.map((cell, index) => ({
      ...cell,
      key: String(index),
      label: labels[index + offset] ?? '',
      className: `${cell.isNumber ? 'number' : ''}${cell.isShort === true ? ' short' : ''}${cell.text === '' ? ' blank' : ''}`.trim(),
    })),
  };
}
