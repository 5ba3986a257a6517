// Generated from lwc-ts-src/responseHistoryCard/responseHistoryCard.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { gql, graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { onAnswersAsked } from 'c/answerLink';
import { answersDocument, answersVariables, isSameFilter, NO_FILTER, PAGE_SIZE } from 'c/historyQuery';
import { filterOf, NEWEST_FIRST, NO_CHOICES } from 'c/historyCriteria';
import { pulseLookup, pulsePage, unqualified } from 'c/pulseSchema';
import { countLabel } from 'c/pulseWording';
import { touchpointsOf } from './answerPages';
import { hasAllAnswers, historyView, remembered } from './historyView';
import { failed, firstPage, furtherPages, isFirstPage, received, refreshing, retrying, stopped } from './loading';
import { LABELS } from './labels';
/** The customer's answers, newest first, on the record pages of a customer, a pulse or one answer: read, search, export, act. */
export default class ResponseHistoryCard extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    /** How the answers are shown at first, from the page's design: `Timeline` or `Table`. */
    @api
    startView;
    labels = LABELS;
    choices = NO_CHOICES;
    sorting = NEWEST_FIRST;
    touchpoints = [];
    /** Fetched when somebody asks for them. */
    filters;
    table;
    wantsTable;
    viewOf = remembered(historyView);
    /** What the choices ask of the org; made when they change, as a period is reckoned from that moment. */
    filter = NO_FILTER;
    loading = firstPage(NO_FILTER);
    limit = PAGE_SIZE;
    /** Filters stay away from a customer without answers; once there they stay, and with them the focus. */
    hadRows = false;
    /** The contact pulse of the answer whose page this is. */
    contactPulseId;
    refreshWire;
    /** Row that takes the focus from the button that asked for it, once it is there. */
    focusRowAt;
    wantsHeading = false;
    forgetFile;
    stopListening;
    refreshHandler;
    @wire(getRecord, { recordId: '$responseId', fields: '$responseFields' })
    wiredResponse({ data, error }) {
        if (error)
            this.loading = failed(this.loading, error);
        const value = data?.fields[unqualified(pulseLookup('response'))]?.value;
        if (typeof value !== 'string')
            return;
        if (this.contactPulseId === undefined)
            this.loading = firstPage(this.loading.asked.filter);
        this.contactPulseId = value;
    }
    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredAnswers({ data, errors, refresh }) {
        this.refreshWire = refresh;
        const answers = data?.uiapi.query.answers;
        if (answers)
            this.receive(answers);
        else if (errors?.length)
            this.loading = failed(this.loading, errors);
    }
    connectedCallback() {
        if (this.recordId !== undefined)
            this.stopListening = onAnswersAsked(this.recordId, (request) => this.showAsked(request));
        this.refreshHandler = registerRefreshHandler(this, () => this.refresh());
        if (this.isTable)
            void this.showTable();
    }
    disconnectedCallback() {
        this.forgetFile?.();
        this.stopListening?.();
        if (this.refreshHandler !== undefined)
            unregisterRefreshHandler(this.refreshHandler);
    }
    renderedCallback() {
        if (this.wantsHeading)
            this.focusHeading();
        if (this.focusRowAt !== undefined && this.loading.step === 'idle')
            this.focusRow(this.focusRowAt);
    }
    /** Set on the page of an answer only: the record to read first. */
    get responseId() {
        return this.recordPage === 'response' ? this.recordId : undefined;
    }
    get responseFields() {
        return [pulseLookup('response')];
    }
    get query() {
        const { parent, parentId } = this;
        if (parent === undefined || parentId === undefined)
            return undefined;
        const { filter, page } = this.loading.asked;
        return gql `
      ${answersDocument(parent, filter, page)}
    `;
    }
    get variables() {
        const { filter, after } = this.loading.asked;
        return answersVariables(this.parentId ?? '', filter, after);
    }
    get heading() {
        return this.cardTitle || LABELS.cardTitle;
    }
    get view() {
        const { loading, choices, sorting, isTable, limit, hadRows, recordId } = this;
        return this.viewOf({ loading, choices, filter: this.filter, sorting, isTable, limit, hadRows, recordId });
    }
    get isTable() {
        return this.wantsTable ?? this.startView === 'Table';
    }
    get showsTable() {
        return this.table !== undefined && this.view.hasRows;
    }
    get filtersExpanded() {
        return this.filters ? 'true' : 'false';
    }
    get isTimeline() {
        return !this.isTable;
    }
    /** Only there answers come from several people. */
    get hasPeople() {
        return this.parent === 'account' || this.parent === 'accountPulse';
    }
    showTimeline() {
        this.wantsTable = false;
    }
    async showTable() {
        this.wantsTable = true;
        this.table ??= (await import('c/responseTable')).default;
    }
    async toggleFilters() {
        this.filters = this.filters ? undefined : (await import('c/historyFilters')).default;
    }
    search(event) {
        this.look({ ...this.choices, search: event.detail.value });
    }
    choose(event) {
        this.look(event.detail);
    }
    /** The button goes, so the focus goes to where the next search is typed. */
    clear() {
        this.look(NO_CHOICES);
        this.template?.querySelector('[data-filter="search"]')?.focus();
    }
    sort(event) {
        this.sorting = event.detail;
    }
    /** Shows more of what is there, or fetches more. */
    showMore() {
        const { shown, found } = this.view;
        this.focusRowAt = shown.length;
        this.limit = shown.length + PAGE_SIZE;
        if (found.length <= shown.length)
            this.loading = furtherPages(this.loading, 'more');
    }
    loadAll() {
        this.loading = furtherPages(this.loading, 'all');
    }
    stop() {
        this.loading = stopped(this.loading);
    }
    async act(event) {
        if (event.detail.value === 'all')
            this.loadAll();
        else
            await this.exportFound();
    }
    /** Fetches everything that is shown again, past the cache; what is shown stays until then. */
    async refresh() {
        const { refreshWire } = this;
        if (this.loading.step === 'refresh')
            return;
        if (!refreshWire) {
            if (this.recordId !== undefined)
                await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
            return;
        }
        const wasFirst = isFirstPage(this.loading.asked);
        this.loading = this.loading.pages ? refreshing(this.loading) : firstPage(this.loading.asked.filter);
        if (wasFirst)
            await refreshWire();
    }
    /** Asks once more for the page that did not come. */
    async retryPage() {
        this.loading = retrying(this.loading);
        await this.refreshWire?.();
    }
    /** An answer was excluded or counts again: the list, and every card that shows the pulse, reads anew. */
    async answerChanged() {
        if (this.recordId !== undefined)
            await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
        this.dispatchEvent(new RefreshEvent());
        await this.refresh();
    }
    get recordPage() {
        return pulsePage(this.objectApiName);
    }
    get parent() {
        return this.recordPage === 'response' ? 'contactPulse' : this.recordPage;
    }
    get parentId() {
        return this.recordPage === 'response' ? this.contactPulseId : this.recordId;
    }
    look(choices) {
        this.filter = this.filterFor(choices);
        this.choices = choices;
        this.limit = PAGE_SIZE;
        if (hasAllAnswers(this.loading) || isSameFilter(this.filter, this.loading.asked.filter))
            return;
        this.loading = firstPage(this.filter, this.loading);
    }
    /** A period that was chosen before keeps its days while other things change. */
    filterFor(choices) {
        const { since, until } = this.filter;
        const filter = filterOf(choices, Date.now());
        return choices.period === this.choices.period ? { ...filter, since, until } : filter;
    }
    showAsked({ touchpoint, band, period }) {
        this.look({ ...NO_CHOICES, touchpoint, band, period });
        this.wantsHeading = true;
    }
    receive(answers) {
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
    async exportFound() {
        const rows = this.view.found;
        const link = this.template?.querySelector('a.file');
        const { offerAnswers } = await import('c/answerFile');
        if (!link)
            return;
        this.forgetFile?.();
        this.forgetFile = offerAnswers(link, this.heading, rows);
        const title = countLabel(rows.length, LABELS.exportedOne, LABELS.exportedMany);
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }
    focusRow(index) {
        this.focusRowAt = undefined;
        const table = this.template?.querySelector('[data-part="table"]');
        if (table)
            table.focusRow(index);
        else
            this.template?.querySelectorAll('c-response-item')[index]?.focus();
    }
    focusHeading() {
        this.wantsHeading = false;
        const frame = this.template?.querySelector('c-card-frame');
        frame?.scrollIntoView({ block: 'start' });
        frame?.focus();
    }
}
