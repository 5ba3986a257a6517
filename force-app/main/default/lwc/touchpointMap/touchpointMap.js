// Generated from lwc-ts-src/touchpointMap/touchpointMap.ts by `npm run build:lwc`. Change the source, not this file.
import FORM_FACTOR from '@salesforce/client/formFactor';
import title from '@salesforce/label/c.Pulse_Map_Title';
import { LaterCard } from 'c/laterCard';
/**
 * Asked for at once where it most likely stands in the window: it comes while the page around it is drawn. One that does not come is
 * asked for again when it is to be shown, and that is where it says why.
 */
const early = FORM_FACTOR === 'Large' ? import('c/touchpointMapCard').catch(() => undefined) : undefined;
/** The customer's journey on a record page: one row for each touchpoint. */
export default class TouchpointMap extends LaterCard {
    ownTitle = title;
    room = '16rem';
    get isFirst() {
        return early !== undefined;
    }
    async fetchCard() {
        return (await early) ?? import('c/touchpointMapCard');
    }
}
