// Generated from lwc-ts-src/pulseDetails/pulseDetails.ts by `npm run build:lwc`. Change the source, not this file.
import { api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { errorText } from 'c/ldsErrors';
import { PulseElement } from 'c/pulseElement';
import { keyVariable, monthOf, pulseDocument, readDetails } from 'c/pulseQueries';
/** A parsed document for each subject and month: the same document is one request for all components of a page. */
const documents = new Map();
/** What each answer says, read once for all who show it. */
const readings = new WeakMap();
/**
 * A pulse component that needs the sums by month and touchpoint too. On an account's page they are asked for together with the record;
 * elsewhere once it is known which pulse it is.
 */
export class PulseDetailsElement extends PulseElement {
    detailsResult = {};
    isRefreshing = false;
    /** The figures that the details were asked for. */
    figuresAsked;
    @wire(graphql, { query: '$detailsQuery', variables: '$detailsVariables' })
    wiredDetails(result) {
        this.detailsResult = result;
    }
    /** Undefined until it is known which pulse it is. */
    get detailsQuery() {
        if (!this.detailsVariables)
            return undefined;
        const { level } = this;
        const subject = this.accountId === undefined ? { level, by: 'id' } : { level: 'account', by: 'key' };
        const key = [subject.level, subject.by, monthOf(this.now)].join();
        const known = documents.get(key);
        if (known)
            return known;
        const document = gql `
      ${pulseDocument(subject, this.now)}
    `;
        documents.set(key, document);
        return document;
    }
    get detailsVariables() {
        const { accountId, figures } = this;
        if (accountId !== undefined)
            return keyVariable(accountId);
        if (!figures)
            return undefined;
        return this.level === 'account' ? { pulse: figures.pulseId } : { pulse: figures.pulseId, accountPulse: figures.accountPulseId };
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
        return super.errorMessage || errorText(this.detailsResult.errors);
    }
    get isBusy() {
        return this.isRefreshing;
    }
    get details() {
        const { data } = this.detailsResult;
        if (this.detailsState !== 'ready' || !data)
            return undefined;
        const known = readings.get(data) ?? readDetails(data, this.now);
        readings.set(data, known);
        return known;
    }
    /** Fetches again what failed, or what is shown. */
    async retry() {
        await super.retry();
        await this.refreshDetails();
    }
    /** Where the figures of the record have changed, so have the sums behind them. */
    figuresCame() {
        const { figures } = this;
        if (!figures)
            return;
        const asked = [figures.pulseId, figures.ratingSum, figures.ratingCount, figures.priorRatingSum, figures.priorRatingCount].join();
        const isChange = this.figuresAsked !== undefined && this.figuresAsked !== asked;
        this.figuresAsked = asked;
        if (isChange)
            void this.refreshDetails();
    }
    /** On the page of an account: its id, of which its pulse's key is made. */
    get accountId() {
        return this.page === 'account' && this.recordId?.length === 18 ? this.recordId : undefined;
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
/** A card of its own that shows one view of the details. */
export class PulseDetailsCard extends PulseDetailsElement {
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    get heading() {
        return this.cardTitle || this.words.title;
    }
    get state() {
        return this.detailsState === 'ready' && !this.view ? 'empty' : this.detailsState;
    }
    get stateTitle() {
        return this.state === 'empty' ? this.words.emptyTitle : undefined;
    }
    get stateText() {
        if (this.state === 'empty')
            return this.words.emptyText;
        return this.state === 'error' ? this.errorMessage : undefined;
    }
}
