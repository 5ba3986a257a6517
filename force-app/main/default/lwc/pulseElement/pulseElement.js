// Generated from lwc-ts-src/pulseElement/pulseElement.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord } from 'lightning/uiRecordApi';
import { askForAnswers } from 'c/answerLink';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { pulseFieldsOf, readPulse } from 'c/pulseRecord';
import { pulseLevel, pulsePage } from 'c/pulseSchema';
import { answersPage } from './answersPage';
/** What each record says, read once: a card asks for it many times while it is drawn. */
const readings = new WeakMap();
/**
 * What every pulse component of a record page does: read the record's pulse, and tell what state its card is in. All of them ask
 * for the same fields, so that the page asks once.
 */
export class PulseElement extends NavigationMixin(LightningElement) {
    @api
    recordId;
    @api
    objectApiName;
    /** The moment that the component speaks of, so that all it says fits together. */
    now = Date.now();
    record = {};
    /** The wire lets go of the record for a moment, so that it is fetched again. */
    isLettingGo = false;
    /** Only figures that the user may read come back; one that is hidden never fails the rest. */
    @wire(getRecord, { recordId: '$wiredId', optionalFields: '$pulseFields' })
    wiredRecord(result) {
        this.record = result;
        this.figuresCame();
    }
    get wiredId() {
        return this.isLettingGo ? undefined : this.recordId;
    }
    get pulseFields() {
        return this.page && pulseFieldsOf(this.page);
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
    get errorMessage() {
        return errorText(this.record.error);
    }
    get reading() {
        const { page } = this;
        const { data } = this.record;
        if (!page || !data)
            return undefined;
        const known = readings.get(data) ?? readPulse(data, page);
        readings.set(data, known);
        return known;
    }
    get figures() {
        return this.reading?.kind === 'pulse' ? this.reading.figures : undefined;
    }
    /** Fetches again what failed. */
    async retry() {
        if (!this.record.error)
            return;
        this.isLettingGo = true;
        this.record = {};
        await Promise.resolve();
        this.isLettingGo = false;
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
    /** The record came, or came anew. */
    figuresCame() {
        // Those who ask for more follow it.
    }
}
