// Generated from lwc-ts-src/responseHistory/responseHistory.ts by `npm run build:lwc`. Change the source, not this file.
import { api } from 'lwc';
import title from '@salesforce/label/c.Pulse_History_Title';
import { askForAnswers, onAnswersAsked } from 'c/answerLink';
import { LaterCard } from 'c/laterCard';
/** The customer's answers on a record page: the list comes when it is wanted, or when somebody asks for the answers behind a figure. */
export default class ResponseHistory extends LaterCard {
    /** How the answers are shown at first, from the page's design: `Timeline` or `Table`. */
    @api
    startView;
    ownTitle = title;
    room = '22rem';
    stopListening;
    connectedCallback() {
        super.connectedCallback();
        if (this.recordId === undefined || this.card)
            return;
        this.stopListening = onAnswersAsked(this.recordId, (request) => {
            void this.pass(request);
        });
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.stopListening?.();
    }
    renderedCallback() {
        super.renderedCallback();
        // From now on the list itself listens.
        if (this.card)
            this.stopListening?.();
    }
    get properties() {
        return { ...super.properties, startView: this.startView };
    }
    fetchCard() {
        return import('c/responseHistoryCard');
    }
    /** Fetches the list and asks it what this was asked. */
    async pass(request) {
        await this.want();
        // The list listens once it is drawn.
        await Promise.resolve();
        this.stopListening?.();
        askForAnswers(request);
    }
}
