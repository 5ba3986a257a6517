// Generated from lwc-ts-src/touchpointMapCard/touchpointMapCard.ts by `npm run build:lwc`. Change the source, not this file.
import { latest } from 'c/latest';
import { PulseDetailsCard } from 'c/pulseDetails';
import { journeyView } from './journeyView';
import { LABELS } from './labels';
/** The customer's journey: one row for each touchpoint, and where it breaks. */
export default class TouchpointMapCard extends PulseDetailsCard {
    labels = LABELS;
    words = LABELS;
    viewOf = latest(journeyView);
    get view() {
        const { details, figures } = this;
        return details && figures && this.viewOf(details, figures);
    }
    see(event) {
        const touchpoint = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['touchpoint'] : undefined;
        if (touchpoint !== undefined)
            this.goToAnswers({ touchpoint, period: 'window' });
    }
}
