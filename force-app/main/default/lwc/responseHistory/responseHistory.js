// Generated from lwc-ts-src/responseHistory/responseHistory.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { gql, graphql } from 'lightning/graphql';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { pageObject, pulseLookup, unqualified } from 'c/pulseSchema';
import { countLabel, formatWhole } from 'c/pulseWording';
import { touchpointsOf, withPage } from './answerPages';
import { ALL, BAND_OPTIONS, bandChoice, touchpointOptions } from './filterOptions';
import { responseQuery } from './responseQuery';
import { LABELS } from './labels';
const PARENT_FIELDS = { account: 'account', contact: 'contact', response: 'contactPulse' };
/** The customer's answers on the record page of an account, a contact or one answer, newest first. */
export default class ResponseHistory extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    labels = LABELS;
    bandOptions = BAND_OPTIONS;
    band = ALL;
    touchpoint = ALL;
    /** Filters stay away from a customer without answers; once there they stay, and with them the focus. */
    hasFilters = false;
    after = null;
    pages;
    touchpoints = [];
    error;
    isFetching = true;
    /** The contact pulse of the answer whose page this is. */
    contactPulseId;
    refreshWire;
    /** The next result is to be fetched past the cache. */
    wantsFresh = false;
    /** The first row of the page just loaded, which takes the focus from the button that asked for it. */
    focusRowAt;
    @wire(getRecord, { recordId: '$responseId', fields: '$responseFields' })
    wiredResponse({ data, error }) {
        if (error)
            this.fail(error);
        const value = data?.fields[unqualified(pulseLookup('response'))]?.value;
        if (typeof value === 'string')
            this.contactPulseId = value;
    }
    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredAnswers({ data, errors, refresh }) {
        this.refreshWire = refresh;
        const answers = data?.uiapi.query.answers;
        if (answers)
            this.show(answers);
        else if (errors?.length)
            this.fail(errors);
    }
    /** Set on the page of an answer only: the record to read first. */
    get responseId() {
        return this.recordPage === 'response' ? this.recordId : undefined;
    }
    get responseFields() {
        return [pulseLookup('response')];
    }
    get query() {
        const page = this.recordPage;
        if (!page || this.parentId === undefined)
            return undefined;
        return gql `
      ${responseQuery(PARENT_FIELDS[page], this.filter)}
    `;
    }
    get variables() {
        const { touchpoint } = this.filter;
        return { parentId: this.parentId, after: this.after, ...(touchpoint === undefined ? {} : { touchpoint }) };
    }
    get heading() {
        return this.cardTitle || LABELS.cardTitle;
    }
    get rows() {
        return (this.pages?.rows ?? []).map((row) => ({ ...row, isThisRecord: row.id === this.recordId }));
    }
    get hasRows() {
        return (this.pages?.rows.length ?? 0) > 0;
    }
    /** Comments are closed to this user: said once, so that nobody takes silence for an answer without words. */
    get hidesComments() {
        return this.hasRows && this.rows.every(({ mayReadComment }) => !mayReadComment);
    }
    get hasError() {
        return this.error !== undefined && !isNoAccess(this.error);
    }
    get errorMessage() {
        return errorText(this.error);
    }
    get hasNoAccess() {
        return isNoAccess(this.error);
    }
    get isEmpty() {
        return this.isDone && !this.hasRows && !this.isFiltered;
    }
    get hasNoMatch() {
        return this.isDone && !this.hasRows && this.isFiltered;
    }
    /** The list stays in place under the spinner while another first page comes, so that nothing jumps. */
    get isReplacing() {
        return this.isFetching && this.hasRows && this.after === null;
    }
    get isAppending() {
        return this.isFetching && !this.isReplacing;
    }
    get touchpointOptions() {
        return touchpointOptions(this.touchpoints);
    }
    get hasMore() {
        return this.pages?.nextCursor !== undefined && !this.isFetching;
    }
    /** "25 of 120 answers shown", spoken when it changes. */
    get shownText() {
        if (!this.pages || !this.hasRows)
            return '';
        const { rows, totalCount } = this.pages;
        return countLabel(totalCount, LABELS.shownOne, LABELS.shownMany, formatWhole(rows.length));
    }
    changeBand(event) {
        this.band = event.detail.value;
        this.restart();
    }
    changeTouchpoint(event) {
        this.touchpoint = event.detail.value;
        this.restart();
    }
    clearFilters() {
        this.band = ALL;
        this.touchpoint = ALL;
        this.restart();
    }
    loadMore() {
        const cursor = this.pages?.nextCursor;
        if (cursor === undefined)
            return;
        this.focusRowAt = this.pages?.rows.length;
        this.isFetching = true;
        this.after = cursor;
    }
    /** Fetches from the first page again, past the cache. */
    async refresh() {
        const isFirstPage = this.after === null;
        const refreshWire = this.refreshWire;
        if (isFirstPage && !refreshWire) {
            if (this.recordId !== undefined)
                await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
            return;
        }
        this.restart();
        this.wantsFresh = !isFirstPage;
        if (isFirstPage)
            await refreshWire?.();
    }
    renderedCallback() {
        if (this.focusRowAt === undefined || this.isFetching)
            return;
        const row = this.template?.querySelectorAll('c-response-item')[this.focusRowAt];
        this.focusRowAt = undefined;
        row?.focus();
    }
    get recordPage() {
        return pageObject(this.objectApiName);
    }
    get parentId() {
        return this.recordPage === 'response' ? this.contactPulseId : this.recordId;
    }
    get filter() {
        return { band: bandChoice(this.band), touchpoint: this.touchpoint === ALL ? undefined : this.touchpoint };
    }
    get isFiltered() {
        return this.band !== ALL || this.touchpoint !== ALL;
    }
    get isDone() {
        return !this.isFetching && this.error === undefined;
    }
    restart() {
        this.after = null;
        this.error = undefined;
        this.isFetching = true;
    }
    show(answers) {
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
    fail(error) {
        this.error = error;
        if (this.after === null)
            this.pages = undefined;
        this.isFetching = false;
    }
}
