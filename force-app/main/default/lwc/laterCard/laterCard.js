// Generated from lwc-ts-src/laterCard/laterCard.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Pulse_Loading';
import { errorText } from 'c/ldsErrors';
import template from './laterCard.html';
import { whenWanted } from './whenWanted';
/**
 * A card of a record page that comes when it is wanted: at once where it is in the window, else when somebody scrolls, types or
 * prints. Until then its heading stands there over the room that it will take.
 */
export class LaterCard extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    /** Heading of the card, from the page's design; the card's own when left empty. */
    @api
    cardTitle;
    loading = loading;
    card;
    /** Why the card could not be fetched; empty when it could, or was not yet. */
    problem = '';
    isWatched = false;
    fetching;
    stopWaiting;
    connectedCallback() {
        if (this.isFirst)
            void this.want();
    }
    disconnectedCallback() {
        this.stopWaiting?.();
        this.isWatched = false;
    }
    renderedCallback() {
        const place = this.template?.querySelector('article');
        if (this.isWatched || this.fetching || !place)
            return;
        this.isWatched = true;
        this.stopWaiting = whenWanted(place, () => {
            void this.want();
        });
    }
    render() {
        return template;
    }
    get heading() {
        return this.cardTitle || this.ownTitle;
    }
    get bodyStyle() {
        return `min-height: ${this.room}`;
    }
    /** What the card is told. */
    get properties() {
        return { recordId: this.recordId, objectApiName: this.objectApiName, cardTitle: this.cardTitle };
    }
    /** Fetches the card; asked again, it waits for the same. */
    want() {
        this.stopWaiting?.();
        this.fetching ??= this.fetch();
        return this.fetching;
    }
    retry() {
        this.problem = '';
        void this.want();
    }
    async fetch() {
        try {
            this.card = (await this.fetchCard()).default;
        }
        catch (error) {
            this.fetching = undefined;
            this.problem = errorText(error);
        }
    }
    /** Whether the card stands at the top of its pages, so that waiting to see it would only take time. */
    get isFirst() {
        return false;
    }
}
