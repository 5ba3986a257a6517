import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import { askForAnswers, type AnswersRequest } from 'c/answerLink';
import type { CardState } from 'c/cardFrame';
import { errorText, isNoAccess } from 'c/ldsErrors';
import {
  pulseDocument,
  pulseFieldsOf,
  readDetails,
  readPulse,
  type PulseData,
  type PulseDetails,
  type PulseFigures,
  type PulseReading,
} from 'c/pulseQueries';
import { pulseLevel, pulsePage, type PulseLevel, type PulsePage } from 'c/pulseSchema';
import { answersPage } from './answersPage';

/** A parsed document for each text: the same document is one request for all components of a page. */
const documents = new Map<string, GraphQLDocument>();

/**
 * What every pulse component of a record page does: read the record's pulse, ask for its details once it is known which pulse that
 * is, and tell what state its card is in. All of them ask for the same, so that the page asks once.
 */
export class PulseElement extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** The moment that the component speaks of, so that all it says fits together. */
  protected now = Date.now();

  private record: RecordResult = {};
  private detailsResult: GraphQLResult<PulseData> = {};
  /** The wire lets go of the record for a moment, so that it is fetched again. */
  private isLettingGo = false;
  private isRefreshing = false;
  /** The figures that the details were asked for. */
  private figuresAsked: string | undefined;

  /** Only figures that the user may read come back; one that is hidden never fails the rest. */
  @wire(getRecord, { recordId: '$wiredId', optionalFields: '$pulseFields' })
  wiredRecord(result: RecordResult): void {
    this.record = result;
    this.followRecord();
  }

  @wire(graphql, { query: '$detailsQuery', variables: '$detailsVariables' })
  wiredDetails(result: GraphQLResult<PulseData>): void {
    this.detailsResult = result;
  }

  get wiredId(): string | undefined {
    return this.isLettingGo ? undefined : this.recordId;
  }

  get pulseFields(): string[] | undefined {
    return this.page && pulseFieldsOf(this.page);
  }

  /** Undefined until the pulse is known, and for components that need no details. */
  get detailsQuery(): GraphQLDocument | undefined {
    const { figures, level } = this;
    if (!figures || !this.wantsDetails) return undefined;
    const { accountPulseId, segment } = figures;
    const text = pulseDocument({ level, accountPulseId, segment }, this.now);
    const known = documents.get(text);
    if (known) return known;
    const document = gql`
      ${text}
    `;
    documents.set(text, document);
    return document;
  }

  get detailsVariables(): Record<string, unknown> {
    return { pulse: this.figures?.pulseId };
  }

  get page(): PulsePage | undefined {
    return pulsePage(this.objectApiName);
  }

  get level(): PulseLevel {
    return this.page ? pulseLevel(this.page) : 'account';
  }

  /** State of the card as far as the record decides it. */
  get cardState(): CardState {
    if (!this.page) return 'empty';
    const { data, error } = this.record;
    if (error) return isNoAccess(error) ? 'noAccess' : 'error';
    if (!data) return 'loading';
    const { reading } = this;
    return reading?.kind === 'noAccess' ? 'noAccess' : reading?.kind === 'none' ? 'empty' : 'ready';
  }

  /** State of what the details are needed for. */
  get detailsState(): CardState {
    if (this.cardState !== 'ready') return this.cardState;
    const { data, errors } = this.detailsResult;
    if (data?.uiapi.aggregate) return 'ready';
    return (data ?? errors) ? 'error' : 'loading';
  }

  get errorMessage(): string {
    return errorText(this.record.error ?? this.detailsResult.errors);
  }

  get isBusy(): boolean {
    return this.isRefreshing;
  }

  get reading(): PulseReading | undefined {
    return this.page && this.record.data && readPulse(this.record.data, this.page);
  }

  get figures(): PulseFigures | undefined {
    return this.reading?.kind === 'pulse' ? this.reading.figures : undefined;
  }

  get details(): PulseDetails | undefined {
    return this.detailsState === 'ready' && this.detailsResult.data ? readDetails(this.detailsResult.data, this.now) : undefined;
  }

  /** Fetches again what failed, or what is shown. */
  async retry(): Promise<void> {
    if (this.record.error) {
      this.isLettingGo = true;
      this.record = {};
      await Promise.resolve();
      this.isLettingGo = false;
    }
    await this.refreshDetails();
  }

  /** Leads to the answers behind a figure: in the list on the same page, else on the page of all answers. */
  protected goToAnswers(request: Omit<AnswersRequest, 'recordId'>): void {
    const { recordId, page } = this;
    if (recordId === undefined || page === undefined || askForAnswers({ ...request, recordId })) return;
    this[NavigationMixin.Navigate](answersPage(page, recordId));
  }

  /** Opens a record's page. */
  protected goToRecord(recordId: string): void {
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }

  /** Components that need sums by month and touchpoint say so; the record alone is enough for the others. */
  protected get wantsDetails(): boolean {
    return true;
  }

  /** Where the figures of the record have changed, so have the sums behind them. */
  private followRecord(): void {
    const { figures } = this;
    if (!figures) return;
    const asked = [figures.pulseId, figures.ratingSum, figures.ratingCount, figures.priorRatingSum, figures.priorRatingCount].join();
    const isChange = this.figuresAsked !== undefined && this.figuresAsked !== asked;
    this.figuresAsked = asked;
    if (isChange) void this.refreshDetails();
  }

  private async refreshDetails(): Promise<void> {
    const { refresh } = this.detailsResult;
    if (!refresh) return;
    this.isRefreshing = true;
    try {
      await refresh();
    } finally {
      this.isRefreshing = false;
    }
  }
}
