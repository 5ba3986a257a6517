// Generated from lwc-ts-src/touchpointMapCard/touchpointMapCard.ts by `npm run build:lwc`. Change the source, not this file.
import { api } from 'lwc';
import { PulseDetailsElement } from 'c/pulseDetails';
import { journeyView } from './journeyView';
import { LABELS } from './labels';
/** The customer's journey: one row for each touchpoint, and where it breaks. */
export default class TouchpointMapCard extends PulseDetailsElement {
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    labels = LABELS;
    get heading() {
        return this.cardTitle || LABELS.title;
    }
    get state() {
        return this.detailsState === 'ready' && !this.view ? 'empty' : this.detailsState;
    }
    get stateTitle() {
        return this.state === 'empty' ? LABELS.emptyTitle : undefined;
    }
    get stateText() {
        if (this.state === 'empty')
            return LABELS.emptyText;
        return this.state === 'error' ? this.errorMessage : undefined;
    }
    get view() {
        const { details, figures } = this;
        return details && figures && journeyView(details, figures);
    }
    see(event) {
        const touchpoint = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['touchpoint'] : undefined;
        if (touchpoint !== undefined)
            this.goToAnswers({ touchpoint, period: 'window' });
    }
}
