// Generated from lwc-ts-src/touchpointMap/touchpointMap.ts by `npm run build:lwc`. Change the source, not this file.
import title from '@salesforce/label/c.Pulse_Map_Title';
import { LaterCard } from 'c/laterCard';
/** The customer's journey on a record page: one row for each touchpoint. */
export default class TouchpointMap extends LaterCard {
    ownTitle = title;
    room = '16rem';
    fetchCard() {
        return import('c/touchpointMapCard');
    }
}
