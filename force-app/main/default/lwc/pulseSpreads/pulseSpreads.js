// Generated from lwc-ts-src/pulseSpreads/pulseSpreads.ts by `npm run build:lwc`. Change the source, not this file.
import { latest } from 'c/latest';
import { PulseDetailsElement } from 'c/pulseDetails';
import { peopleSpread, touchpointSpread } from './spreadViews';
/** How the pulse of an account spreads over its people and its touchpoints; below the pulse itself. */
export default class PulseSpreads extends PulseDetailsElement {
    spreadsOf = latest((details, figures) => [peopleSpread(details, figures), touchpointSpread(details, figures)].filter((spread) => spread !== undefined));
    get spreads() {
        const { details, figures } = this;
        if (!details || !figures)
            return [];
        return this.spreadsOf(details, figures);
    }
}
