// Generated from lwc-ts-src/followUpPanelCard/followUpPanelCard.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { RefreshEvent } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { answersDocument, answersVariables, followUpsDocument, NO_FILTER } from 'c/historyQuery';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { FOLLOW_UP_LIST_FIELDS, FOLLOW_UP_OBJECT, pulseLookup, pulsePage, unqualified } from 'c/pulseSchema';
import { countLabel, fill, formatWhole } from 'c/pulseWording';
import { followUpEntry } from './entries';
import { LABELS } from './labels';
/** The open follow-ups of the customer whose record page it is, the most pressing first; each can be resolved in place. */
export default class FollowUpPanelCard extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    /** What was just done, said politely. */
    doneText = '';
    entries;
    totalCount = 0;
    error;
    isRefreshing = false;
    /** The pulse of the answer or follow-up whose page it is. */
    pulseId;
    hasNoPulse = false;
    refreshWire;
    @wire(getRecord, { recordId: '$throughId', fields: '$throughFields' })
    wiredRecord({ data, error }) {
        if (error)
            this.error = error;
        if (!data || this.through === undefined)
            return;
        const value = data.fields[unqualified(this.through)]?.value;
        this.pulseId = typeof value === 'string' ? value : undefined;
        this.hasNoPulse = this.pulseId === undefined;
        this.error = undefined;
    }
    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredFollowUps({ data, errors, refresh }) {
        this.refreshWire = refresh;
        if (data)
            this.show(data);
        else if (errors?.length)
            this.fail(errors);
    }
    get query() {
        const { parent, parentId } = this;
        if (parent === undefined || parentId === undefined)
            return undefined;
        // Beside the history both ask with one document, and so with one request.
        return gql `
      ${this.isOfFollowUp ? followUpsDocument(parent) : answersDocument(parent, NO_FILTER, 'first')}
    `;
    }
    get variables() {
        const parentId = this.parentId ?? '';
        return this.isOfFollowUp ? { parentId } : answersVariables(parentId, NO_FILTER, null);
    }
    get throughId() {
        return this.through === undefined ? undefined : this.recordId;
    }
    get throughFields() {
        return this.through === undefined ? [] : [this.through];
    }
    get heading() {
        return this.cardTitle || LABELS.cardTitle;
    }
    get state() {
        if (this.error !== undefined)
            return isNoAccess(this.error) ? 'noAccess' : 'error';
        if (this.hasNoPulse)
            return 'empty';
        if (this.entries === undefined)
            return 'loading';
        return this.entries.length > 0 || this.doneText !== '' ? 'ready' : 'empty';
    }
    get stateTitle() {
        const titles = { noAccess: LABELS.noAccessTitle, error: LABELS.errorTitle, empty: LABELS.emptyTitle };
        const { state } = this;
        return state === 'loading' || state === 'ready' ? undefined : titles[state];
    }
    get stateText() {
        if (this.state === 'empty')
            return LABELS.emptyText;
        return this.state === 'error' ? errorText(this.error) : undefined;
    }
    get shown() {
        return this.entries ?? [];
    }
    /** "3 open follow-ups" */
    get countText() {
        return this.totalCount > 0 ? countLabel(this.totalCount, LABELS.shownOne, LABELS.shownMany) : '';
    }
    get overdueText() {
        const count = this.shown.filter(({ isOverdue }) => isOverdue).length;
        return count > 0 ? countLabel(count, LABELS.overdueOne, LABELS.overdueMany) : '';
    }
    get moreText() {
        const { length } = this.shown;
        return this.totalCount > length ? fill(LABELS.more, formatWhole(length), formatWhole(this.totalCount)) : '';
    }
    async retry() {
        this.error = undefined;
        if (this.refreshWire)
            await this.refreshWire();
        else if (this.recordId !== undefined)
            await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    }
    /** One was worked on: the list reads anew, and so does every card that shows it. */
    async saved(event) {
        const { name, isResolved } = event.detail;
        if (isResolved) {
            this.doneText = fill(LABELS.resolved, name);
            this.template?.querySelector('c-card-frame')?.focus();
        }
        this.isRefreshing = true;
        this.dispatchEvent(new RefreshEvent());
        await this.refreshWire?.();
        this.isRefreshing = false;
    }
    get isOfFollowUp() {
        return this.objectApiName === FOLLOW_UP_OBJECT;
    }
    /** The field that leads to the pulse, on the pages that are not the customer's own. */
    get through() {
        if (this.isOfFollowUp)
            return `${FOLLOW_UP_OBJECT}.${FOLLOW_UP_LIST_FIELDS.accountPulse}`;
        return pulsePage(this.objectApiName) === 'response' ? pulseLookup('response') : undefined;
    }
    get parent() {
        if (this.isOfFollowUp)
            return 'accountPulse';
        const page = pulsePage(this.objectApiName);
        return page === 'response' ? 'contactPulse' : page;
    }
    get parentId() {
        return this.through === undefined ? this.recordId : this.pulseId;
    }
    show({ uiapi }) {
        const { openFollowUps } = uiapi.query;
        if (!openFollowUps) {
            this.error = { status: 403 };
            return;
        }
        const now = Date.now();
        this.entries = openFollowUps.edges.map(({ node }) => followUpEntry(node, this.recordId, now));
        this.totalCount = openFollowUps.totalCount ?? this.entries.length;
        this.error = undefined;
    }
    fail(errors) {
        if (this.entries === undefined)
            this.error = errors;
    }
}
