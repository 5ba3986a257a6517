import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getRecord, notifyRecordUpdateAvailable, type RecordResult } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { pageObject, pulseLookup, unqualified, type PageObject } from 'c/pulseSchema';
import { countLabel, formatWhole } from 'c/pulseWording';
import type { Connection, ResponseNode, ResponseRow } from 'c/responseRows';
import { touchpointsOf, withPage, type AnswerPages } from './answerPages';
import { ALL, BAND_OPTIONS, bandChoice, touchpointOptions, type Option } from './filterOptions';
import { responseQuery, type HistoryData, type HistoryFilter, type ParentField } from './responseQuery';
import { LABELS } from './labels';

const PARENT_FIELDS: Readonly<Record<PageObject, ParentField>> = { account: 'account', contact: 'contact', response: 'contactPulse' };

/** The customer's answers on the record page of an account, a contact or one answer, newest first. */
export default class ResponseHistory extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  labels = LABELS;
  bandOptions = BAND_OPTIONS;
  band = ALL;
  touchpoint = ALL;
  /** Filters stay away from a customer without answers; once there they stay, and with them the focus. */
  hasFilters = false;

  private after: string | null = null;
  private pages: AnswerPages | undefined;
  private touchpoints: readonly string[] = [];
  private error: unknown;
  private isFetching = true;
  /** The contact pulse of the answer whose page this is. */
  private contactPulseId: string | undefined;
  private refreshWire: (() => Promise<void>) | undefined;
  /** The next result is to be fetched past the cache. */
  private wantsFresh = false;
  /** The first row of the page just loaded, which takes the focus from the button that asked for it. */
  private focusRowAt: number | undefined;

  @wire(getRecord, { recordId: '$responseId', fields: '$responseFields' })
  wiredResponse({ data, error }: RecordResult): void {
    if (error) this.fail(error);
    const value = data?.fields[unqualified(pulseLookup('response'))]?.value;
    if (typeof value === 'string') this.contactPulseId = value;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredAnswers({ data, errors, refresh }: GraphQLResult<HistoryData>): void {
    this.refreshWire = refresh;
    const answers = data?.uiapi.query.answers;
    if (answers) this.show(answers);
    else if (errors?.length) this.fail(errors);
  }

  /** Set on the page of an answer only: the record to read first. */
  get responseId(): string | undefined {
    return this.recordPage === 'response' ? this.recordId : undefined;
  }

  get responseFields(): string[] {
    return [pulseLookup('response')];
  }

  get query(): GraphQLDocument | undefined {
    const page = this.recordPage;
    if (!page || this.parentId === undefined) return undefined;
    return gql`
      ${responseQuery(PARENT_FIELDS[page], this.filter)}
    `;
  }

  get variables(): Record<string, unknown> {
    const { touchpoint } = this.filter;
    return { parentId: this.parentId, after: this.after, ...(touchpoint === undefined ? {} : { touchpoint }) };
  }

  get heading(): string {
    return this.cardTitle || LABELS.cardTitle;
  }

  get rows(): (ResponseRow & { isThisRecord: boolean })[] {
    return (this.pages?.rows ?? []).map((row) => ({ ...row, isThisRecord: row.id === this.recordId }));
  }

  get hasRows(): boolean {
    return (this.pages?.rows.length ?? 0) > 0;
  }

  /** Comments are closed to this user: said once, so that nobody takes silence for an answer without words. */
  get hidesComments(): boolean {
    return this.hasRows && this.rows.every(({ mayReadComment }) => !mayReadComment);
  }

  get hasError(): boolean {
    return this.error !== undefined && !isNoAccess(this.error);
  }

  get errorMessage(): string {
    return errorText(this.error);
  }

  get hasNoAccess(): boolean {
    return isNoAccess(this.error);
  }

  get isEmpty(): boolean {
    return this.isDone && !this.hasRows && !this.isFiltered;
  }

  get hasNoMatch(): boolean {
    return this.isDone && !this.hasRows && this.isFiltered;
  }

  /** The list stays in place under the spinner while another first page comes, so that nothing jumps. */
  get isReplacing(): boolean {
    return this.isFetching && this.hasRows && this.after === null;
  }

  get isAppending(): boolean {
    return this.isFetching && !this.isReplacing;
  }

  get touchpointOptions(): Option[] {
    return touchpointOptions(this.touchpoints);
  }

  get hasMore(): boolean {
    return this.pages?.nextCursor !== undefined && !this.isFetching;
  }

  /** "25 of 120 answers shown", spoken when it changes. */
  get shownText(): string {
    if (!this.pages || !this.hasRows) return '';
    const { rows, totalCount } = this.pages;
    return countLabel(totalCount, LABELS.shownOne, LABELS.shownMany, formatWhole(rows.length));
  }

  changeBand(event: CustomEvent<{ value: string }>): void {
    this.band = event.detail.value;
    this.restart();
  }

  changeTouchpoint(event: CustomEvent<{ value: string }>): void {
    this.touchpoint = event.detail.value;
    this.restart();
  }

  clearFilters(): void {
    this.band = ALL;
    this.touchpoint = ALL;
    this.restart();
  }

  loadMore(): void {
    const cursor = this.pages?.nextCursor;
    if (cursor === undefined) return;
    this.focusRowAt = this.pages?.rows.length;
    this.isFetching = true;
    this.after = cursor;
  }

  /** Fetches from the first page again, past the cache. */
  async refresh(): Promise<void> {
    const isFirstPage = this.after === null;
    const refreshWire = this.refreshWire;
    if (isFirstPage && !refreshWire) {
      if (this.recordId !== undefined) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      return;
    }
    this.restart();
    this.wantsFresh = !isFirstPage;
    if (isFirstPage) await refreshWire?.();
  }

  override renderedCallback(): void {
    if (this.focusRowAt === undefined || this.isFetching) return;
    const row = this.template?.querySelectorAll<HTMLElement>('c-response-item')[this.focusRowAt];
    this.focusRowAt = undefined;
    row?.focus();
  }

  private get recordPage(): PageObject | undefined {
    return pageObject(this.objectApiName);
  }

  private get parentId(): string | undefined {
    return this.recordPage === 'response' ? this.contactPulseId : this.recordId;
  }

  private get filter(): HistoryFilter {
    return { band: bandChoice(this.band), touchpoint: this.touchpoint === ALL ? undefined : this.touchpoint };
  }

  private get isFiltered(): boolean {
    return this.band !== ALL || this.touchpoint !== ALL;
  }

  private get isDone(): boolean {
    return !this.isFetching && this.error === undefined;
  }

  private restart(): void {
    this.after = null;
    this.error = undefined;
    this.isFetching = true;
  }

  private show(answers: Connection<ResponseNode>): void {
    if (this.wantsFresh) {
      this.wantsFresh = false;
      void this.refreshWire?.();
      return;
    }
    this.pages = withPage(this.after === null ? undefined : this.pages, answers, Date.now());
    this.touchpoints = touchpointsOf(this.touchpoints, this.pages.rows, LOCALE);
    this.hasFilters ||= this.hasRows;
    this.error = undefined;
    this.isFetching = false;
  }

  /** A failed first page leaves nothing to show; a failed further page leaves the ones before it. */
  private fail(error: unknown): void {
    this.error = error;
    if (this.after === null) this.pages = undefined;
    this.isFetching = false;
  }
}
