import { api, LightningElement } from 'lwc';
import type { ListPageModel, ListRowsModel, RecordDialogModel } from '../../../pages/pageSettings.ts';
import { onRefresh } from '../../lds/refreshSignal.ts';
import { openRecordDialog } from '../../page/dialogRequests.ts';
import { readDoor } from '../../page/doors.ts';
import { listAddress, listStateOf, type ListState, nextSort, rowsQuery, withMore } from '../../page/listState.ts';
import { numberText, say, sayCount, texts } from '../../page/texts.ts';
import type { TableColumn } from '../recordTable/recordTable.ts';

/** Milliseconds after the last key before the list is searched. */
const pause = 250;

/** The records of a list view, or all of a related list: sorted, searched, and more of them where one stands. */
export default class ListPage extends LightningElement {
  @api page: ListPageModel | undefined;

  texts = texts;
  state: ListState | undefined;
  isBusy = false;
  problem: string | undefined;
  announcement = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    const { page } = this;
    if (page === undefined) return;
    this.state = listStateOf(page);
    this.#stop = onRefresh(() => this.read(this.asked()));
    const { dialog } = page;
    // The dialog's host is drawn after the page.
    if (dialog !== undefined) setTimeout(() => openRecordDialog(dialog), 0);
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
  }

  get ariaBusy(): string {
    return String(this.isBusy);
  }

  get hasViews(): boolean {
    return (this.page?.views.length ?? 0) > 1;
  }

  get views(): readonly { readonly label: string; readonly value: string }[] {
    return (this.page?.views ?? []).map(({ name, label }) => ({ label, value: name }));
  }

  get currentView(): string | undefined {
    return this.page?.views.find((view) => view.current)?.name;
  }

  get search(): string {
    return this.state?.search ?? '';
  }

  get columns(): readonly TableColumn[] {
    const { column, descending } = this.state?.sort ?? { column: '', descending: false };
    return (this.page?.columns ?? []).map((one) => ({
      ...one,
      sorted: one.name === column ? (descending ? 'descending' : 'ascending') : 'none',
    }));
  }

  get summary(): string {
    const { rows, total } = this.state ?? { rows: [], total: 0 };
    const count = sayCount('recordCount', total);
    const shown = rows.length < total ? say(texts.recordsShown, numberText(rows.length), count) : count;
    return this.sortLabel === undefined ? shown : `${shown} · ${say(texts.sortedBy, this.sortLabel)}`;
  }

  get emptyText(): string | undefined {
    if (this.state === undefined || this.state.rows.length > 0) return undefined;
    return this.search === '' ? texts.listEmpty : say(texts.listNoMatch, this.search);
  }

  get hasMore(): boolean {
    return this.state !== undefined && this.state.rows.length < this.state.total;
  }

  get moreLabel(): string {
    const { rows, total } = this.state ?? { rows: [], total: 0 };
    return say(texts.showMoreCount, numberText(Math.min(this.page?.pageLength ?? 0, total - rows.length)));
  }

  openView(event: CustomEvent<{ readonly value: string }>): void {
    window.location.assign(`/lightning/o/${this.page?.objectApiName ?? ''}/list?filterName=${encodeURIComponent(event.detail.value)}`);
  }

  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    const search = event.detail.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (search !== this.search) void this.read({ ...this.asked(), search });
    }, pause);
  }

  handleSort(event: CustomEvent<string>): void {
    const asked = this.asked();
    void this.read({ ...asked, sort: nextSort(asked.sort, event.detail) });
  }

  async handleRefresh(): Promise<void> {
    await this.read(this.asked());
    if (this.problem === undefined) this.announcement = texts.refreshed;
  }

  handleNew(): void {
    const { objectApiName = '', parent } = this.page ?? {};
    openRecordDialog({ mode: 'new', objectApiName, ...(parent === undefined ? {} : { defaults: parent.defaults }) });
  }

  handleRowAction(event: CustomEvent<RecordDialogModel>): void {
    openRecordDialog(event.detail);
  }

  async handleMore(): Promise<void> {
    const { page, state } = this;
    if (page === undefined || state === undefined) return;
    const more = await this.ask(page, state, state.rows.length);
    if (more === undefined) return;
    this.state = withMore(state, more);
    this.announcement = say(texts.moreShown, numberText(this.state.rows.length));
  }

  private get sortLabel(): string | undefined {
    return this.page?.columns.find(({ name }) => name === this.state?.sort.column)?.label;
  }

  /** Reads the list from its beginning. */
  private async read(asked: Pick<ListState, 'sort' | 'search'>): Promise<void> {
    const { page } = this;
    if (page === undefined) return;
    const found = await this.ask(page, asked, 0);
    if (found === undefined) return;
    this.state = { ...asked, ...found };
    this.announcement = this.summary;
    window.history.replaceState(null, '', listAddress(window.location.href, asked, page.sort));
  }

  /** Answers that came too late are dropped. */
  private async ask(page: ListPageModel, asked: Pick<ListState, 'sort' | 'search'>, from: number): Promise<ListRowsModel | undefined> {
    this.#turn += 1;
    const turn = this.#turn;
    this.isBusy = true;
    this.problem = undefined;
    try {
      const path = page.rowsUrl.replace('/lightning/data/', '');
      const found = await readDoor<ListRowsModel>(path, rowsQuery(page, asked, from));
      return turn === this.#turn ? found : undefined;
    } catch {
      if (turn === this.#turn) this.problem = texts.listFailed;
      return undefined;
    } finally {
      if (turn === this.#turn) this.isBusy = false;
    }
  }

  private asked(): Pick<ListState, 'sort' | 'search'> {
    return { sort: this.state?.sort ?? { column: '', descending: false }, search: this.search };
  }
}
