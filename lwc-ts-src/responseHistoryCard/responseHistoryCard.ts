import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable, type RecordResult } from 'lightning/uiRecordApi';
import { onAnswersAsked, type AnswersRequest } from 'c/answerLink';
import { answersDocument, answersVariables, isSameFilter, NO_FILTER, PAGE_SIZE, type HistoryFilter, type Parent } from 'c/historyQuery';
import { filterOf, NEWEST_FIRST, NO_CHOICES, type Choices, type Sorting } from 'c/historyCriteria';
import { pulseLookup, pulsePage, unqualified, type PulsePage } from 'c/pulseSchema';
import { countLabel } from 'c/pulseWording';
import type { Connection, ResponseNode } from 'c/responseRows';
import { touchpointsOf } from './answerPages';
import { hasAllAnswers, historyView, remembered, type HistoryView } from './historyView';
import { failed, firstPage, furtherPages, isFirstPage, received, refreshing, retrying, stopped, type Loading } from './loading';
import { LABELS } from './labels';

/** What the query answers with; a part that failed is null, with the reason among the errors. */
interface HistoryData {
  readonly uiapi: { readonly query: { readonly answers: Connection<ResponseNode> | null } };
}

/** The customer's answers, newest first, on the record pages of a customer, a pulse or one answer: read, search, export, act. */
export default class ResponseHistoryCard extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  /** How the answers are shown at first, from the page's design: `Timeline` or `Table`. */
  @api startView: string | undefined;

  labels = LABELS;
  choices: Choices = NO_CHOICES;
  sorting: Sorting = NEWEST_FIRST;
  touchpoints: readonly string[] = [];
  /** Fetched when somebody asks for them. */
  filters: typeof LightningElement | undefined;
  table: typeof LightningElement | undefined;

  private wantsTable: boolean | undefined;
  private readonly viewOf = remembered(historyView);
  /** What the choices ask of the org; made when they change, as a period is reckoned from that moment. */
  private filter = NO_FILTER;
  private loading: Loading = firstPage(NO_FILTER);
  private limit = PAGE_SIZE;
  /** Filters stay away from a customer without answers; once there they stay, and with them the focus. */
  private hadRows = false;
  /** The contact pulse of the answer whose page this is. */
  private contactPulseId: string | undefined;
  private refreshWire: (() => Promise<void>) | undefined;
  /** Row that takes the focus from the button that asked for it, once it is there. */
  private focusRowAt: number | undefined;
  private wantsHeading = false;
  private forgetFile: (() => void) | undefined;
  private stopListening: (() => void) | undefined;
  private refreshHandler: number | undefined;

  @wire(getRecord, { recordId: '$responseId', fields: '$responseFields' })
  wiredResponse({ data, error }: RecordResult): void {
    if (error) this.loading = failed(this.loading, error);
    const value = data?.fields[unqualified(pulseLookup('response'))]?.value;
    if (typeof value !== 'string') return;
    if (this.contactPulseId === undefined) this.loading = firstPage(this.loading.asked.filter);
    this.contactPulseId = value;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredAnswers({ data, errors, refresh }: GraphQLResult<HistoryData>): void {
    this.refreshWire = refresh;
    const answers = data?.uiapi.query.answers;
    if (answers) this.receive(answers);
    else if (errors?.length) this.loading = failed(this.loading, errors);
  }

  override connectedCallback(): void {
    if (this.recordId !== undefined) this.stopListening = onAnswersAsked(this.recordId, (request) => this.showAsked(request));
    this.refreshHandler = registerRefreshHandler(this, () => this.refresh());
    if (this.isTable) void this.showTable();
  }

  override disconnectedCallback(): void {
    this.forgetFile?.();
    this.stopListening?.();
    if (this.refreshHandler !== undefined) unregisterRefreshHandler(this.refreshHandler);
  }

  override renderedCallback(): void {
    if (this.wantsHeading) this.focusHeading();
    if (this.focusRowAt !== undefined && this.loading.step === 'idle') this.focusRow(this.focusRowAt);
  }

  /** Set on the page of an answer only: the record to read first. */
  get responseId(): string | undefined {
    return this.recordPage === 'response' ? this.recordId : undefined;
  }

  get responseFields(): string[] {
    return [pulseLookup('response')];
  }

  get query(): GraphQLDocument | undefined {
    const { parent, parentId } = this;
    if (parent === undefined || parentId === undefined) return undefined;
    const { filter, page } = this.loading.asked;
    return gql`
      ${answersDocument(parent, filter, page)}
    `;
  }

  get variables(): Readonly<Record<string, unknown>> {
    const { filter, after } = this.loading.asked;
    return answersVariables(this.parentId ?? '', filter, after);
  }

  get heading(): string {
    return this.cardTitle || LABELS.cardTitle;
  }

  get view(): HistoryView {
    const { loading, choices, sorting, isTable, limit, hadRows, recordId } = this;
    return this.viewOf({ loading, choices, filter: this.filter, sorting, isTable, limit, hadRows, recordId });
  }

  get isTable(): boolean {
    return this.wantsTable ?? this.startView === 'Table';
  }

  get showsTable(): boolean {
    return this.table !== undefined && this.view.hasRows;
  }

  get filtersExpanded(): 'true' | 'false' {
    return this.filters ? 'true' : 'false';
  }

  get isTimeline(): boolean {
    return !this.isTable;
  }

  /** Only there answers come from several people. */
  get hasPeople(): boolean {
    return this.parent === 'account' || this.parent === 'accountPulse';
  }

  showTimeline(): void {
    this.wantsTable = false;
  }

  async showTable(): Promise<void> {
    this.wantsTable = true;
    this.table ??= (await import('c/responseTable')).default;
  }

  async toggleFilters(): Promise<void> {
    this.filters = this.filters ? undefined : (await import('c/historyFilters')).default;
  }

  search(event: CustomEvent<{ value: string }>): void {
    this.look({ ...this.choices, search: event.detail.value });
  }

  choose(event: CustomEvent<Choices>): void {
    this.look(event.detail);
  }

  /** The button goes, so the focus goes to where the next search is typed. */
  clear(): void {
    this.look(NO_CHOICES);
    this.template?.querySelector<HTMLElement>('[data-filter="search"]')?.focus();
  }

  sort(event: CustomEvent<Sorting>): void {
    this.sorting = event.detail;
  }

  /** Shows more of what is there, or fetches more. */
  showMore(): void {
    const { shown, found } = this.view;
    this.focusRowAt = shown.length;
    this.limit = shown.length + PAGE_SIZE;
    if (found.length <= shown.length) this.loading = furtherPages(this.loading, 'more');
  }

  loadAll(): void {
    this.loading = furtherPages(this.loading, 'all');
  }

  stop(): void {
    this.loading = stopped(this.loading);
  }

  async act(event: CustomEvent<{ value: string }>): Promise<void> {
    if (event.detail.value === 'all') this.loadAll();
    else await this.exportFound();
  }

  /** Fetches everything that is shown again, past the cache; what is shown stays until then. */
  async refresh(): Promise<void> {
    const { refreshWire } = this;
    if (this.loading.step === 'refresh') return;
    if (!refreshWire) {
      if (this.recordId !== undefined) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      return;
    }
    const wasFirst = isFirstPage(this.loading.asked);
    this.loading = this.loading.pages ? refreshing(this.loading) : firstPage(this.loading.asked.filter);
    if (wasFirst) await refreshWire();
  }

  /** Asks once more for the page that did not come. */
  async retryPage(): Promise<void> {
    this.loading = retrying(this.loading);
    await this.refreshWire?.();
  }

  /** An answer was excluded or counts again: the list, and every card that shows the pulse, reads anew. */
  async answerChanged(): Promise<void> {
    if (this.recordId !== undefined) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this.dispatchEvent(new RefreshEvent());
    await this.refresh();
  }

  private get recordPage(): PulsePage | undefined {
    return pulsePage(this.objectApiName);
  }

  private get parent(): Parent | undefined {
    return this.recordPage === 'response' ? 'contactPulse' : this.recordPage;
  }

  private get parentId(): string | undefined {
    return this.recordPage === 'response' ? this.contactPulseId : this.recordId;
  }

  private look(choices: Choices): void {
    this.filter = this.filterFor(choices);
    this.choices = choices;
    this.limit = PAGE_SIZE;
    if (hasAllAnswers(this.loading) || isSameFilter(this.filter, this.loading.asked.filter)) return;
    this.loading = firstPage(this.filter, this.loading);
  }

  /** A period that was chosen before keeps its days while other things change. */
  private filterFor(choices: Choices): HistoryFilter {
    const { since, until } = this.filter;
    const filter = filterOf(choices, Date.now());
    return choices.period === this.choices.period ? { ...filter, since, until } : filter;
  }

  private showAsked({ touchpoint, band, period }: AnswersRequest): void {
    this.look({ ...NO_CHOICES, touchpoint, band, period });
    this.wantsHeading = true;
  }

  private receive(answers: Connection<ResponseNode>): void {
    if (this.loading.wantsFresh) {
      this.loading = { ...this.loading, wantsFresh: false };
      void this.refreshWire?.();
      return;
    }
    this.loading = received(this.loading, answers, Date.now());
    const rows = this.loading.pages?.rows ?? [];
    this.touchpoints = touchpointsOf(this.touchpoints, rows, LOCALE);
    this.hadRows ||= rows.length > 0;
  }

  private async exportFound(): Promise<void> {
    const rows = this.view.found;
    const link = this.template?.querySelector<HTMLAnchorElement>('a.file');
    const { offerAnswers } = await import('c/answerFile');
    if (!link) return;
    this.forgetFile?.();
    this.forgetFile = offerAnswers(link, this.heading, rows);
    const title = countLabel(rows.length, LABELS.exportedOne, LABELS.exportedMany);
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  private focusRow(index: number): void {
    this.focusRowAt = undefined;
    const table = this.template?.querySelector<HTMLElement & { focusRow(index: number): void }>('[data-part="table"]');
    if (table) table.focusRow(index);
    else this.template?.querySelectorAll<HTMLElement>('c-response-item')[index]?.focus();
  }

  private focusHeading(): void {
    this.wantsHeading = false;
    const frame = this.template?.querySelector<HTMLElement>('c-card-frame');
    frame?.scrollIntoView({ block: 'start' });
    frame?.focus();
  }
}
