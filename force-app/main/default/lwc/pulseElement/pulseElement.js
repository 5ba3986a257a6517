// Generated from lwc-ts-src/pulseElement/pulseElement.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord } from 'lightning/uiRecordApi';
import { askForAnswers } from 'c/answerLink';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { pulseDocument, pulseFieldsOf, readDetails, readPulse, } from 'c/pulseQueries';
import { pulseLevel, pulsePage } from 'c/pulseSchema';
import { answersPage } from './answersPage';
/** A parsed document for each text: the same document is one request for all components of a page. */
const documents = new Map();
/**
 * What every pulse component of a record page does: read the record's pulse, ask for its details once it is known which pulse that
 * is, and tell what state its card is in. All of them ask for the same, so that the page asks once.
 */
export class PulseElement extends NavigationMixin(LightningElement) {
    @api
    recordId;
    @api
    objectApiName;
    /** The moment that the component speaks of, so that all it says fits together. */
    now = Date.now();
    record = {};
    detailsResult = {};
    /** The wire lets go of the record for a moment, so that it is fetched again. */
    isLettingGo = false;
    isRefreshing = false;
    /** The figures that the details were asked for. */
    figuresAsked;
    /** Only figures that the user may read come back; one that is hidden never fails the rest. */
    @wire(getRecord, { recordId: '$wiredId', optionalFields: '$pulseFields' })
    wiredRecord(result) {
        this.record = result;
        this.followRecord();
    }
    @wire(graphql, { query: '$detailsQuery', variables: '$detailsVariables' })
    wiredDetails(result) {
        this.detailsResult = result;
    }
    get wiredId() {
        return this.isLettingGo ? undefined : this.recordId;
    }
    get pulseFields() {
        return this.page && pulseFieldsOf(this.page);
    }
    /** Undefined until the pulse is known, and for components that need no details. */
    get detailsQuery() {
        const { figures, level } = this;
        if (!figures || !this.wantsDetails)
            return undefined;
        const { accountPulseId, segment } = figures;
        const text = pulseDocument({ level, accountPulseId, segment }, this.now);
        const known = documents.get(text);
        if (known)
            return known;
        const document = gql `
      ${text}
    `;
        documents.set(text, document);
        return document;
    }
    get detailsVariables() {
        return { pulse: this.figures?.pulseId };
    }
    get page() {
        return pulsePage(this.objectApiName);
    }
    get level() {
        return this.page ? pulseLevel(this.page) : 'account';
    }
    /** State of the card as far as the record decides it. */
    get cardState() {
        if (!this.page)
            return 'empty';
        const { data, error } = this.record;
        if (error)
            return isNoAccess(error) ? 'noAccess' : 'error';
        if (!data)
            return 'loading';
        const { reading } = this;
        return reading?.kind === 'noAccess' ? 'noAccess' : reading?.kind === 'none' ? 'empty' : 'ready';
    }
    /** State of what the details are needed for. */
    get detailsState() {
        if (this.cardState !== 'ready')
            return this.cardState;
        const { data, errors } = this.detailsResult;
        if (data?.uiapi.aggregate)
            return 'ready';
        return (data ?? errors) ? 'error' : 'loading';
    }
    get errorMessage() {
        return errorText(this.record.error ?? this.detailsResult.errors);
    }
    get isBusy() {
        return this.isRefreshing;
    }
    get reading() {
        return this.page && this.record.data && readPulse(this.record.data, this.page);
    }
    get figures() {
        return this.reading?.kind === 'pulse' ? this.reading.figures : undefined;
    }
    get details() {
        return this.detailsState === 'ready' && this.detailsResult.data ? readDetails(this.detailsResult.data, this.now) : undefined;
    }
    /** Fetches again what failed, or what is shown. */
    async retry() {
        if (this.record.error) {
            this.isLettingGo = true;
            this.record = {};
            await Promise.resolve();
            this.isLettingGo = false;
        }
        await this.refreshDetails();
    }
    /** Leads to the answers behind a figure: in the list on the same page, else on the page of all answers. */
    goToAnswers(request) {
        const { recordId, page } = this;
        if (recordId === undefined || page === undefined || askForAnswers({ ...request, recordId }))
            return;
        this[NavigationMixin.Navigate](answersPage(page, recordId));
    }
    /** Opens a record's page. */
    goToRecord(recordId) {
        this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
    }
    /** Components that need sums by month and touchpoint say so; the record alone is enough for the others. */
    get wantsDetails() {
        return true;
    }
    /** Where the figures of the record have changed, so have the sums behind them. */
    followRecord() {
        const { figures } = this;
        if (!figures)
            return;
        const asked = [figures.pulseId, figures.ratingSum, figures.ratingCount, figures.priorRatingSum, figures.priorRatingCount].join();
        const isChange = this.figuresAsked !== undefined && this.figuresAsked !== asked;
        this.figuresAsked = asked;
        if (isChange)
            void this.refreshDetails();
    }
    async refreshDetails() {
        const { refresh } = this.detailsResult;
        if (!refresh)
            return;
        this.isRefreshing = true;
        try {
            await refresh();
        }
        finally {
            this.isRefreshing = false;
        }
    }
}
