// Generated from lwc-ts-src/followUpGuide/followUpGuide.ts by `npm run build:lwc`. Change the source, not this file.
import { wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import title from '@salesforce/label/c.Pulse_Guide_Title';
import { LaterCard } from 'c/laterCard';
import { guideFields } from 'c/pulseSchema';
/** What to do about a follow-up, on its own page. */
export default class FollowUpGuide extends LaterCard {
    ownTitle = title;
    room = '44rem';
    /** What the card will read, together with what the page reads of the record at once: one request for both. */
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    record;
    get fields() {
        return guideFields();
    }
    get properties() {
        return { recordId: this.recordId, cardTitle: this.cardTitle };
    }
    get isFirst() {
        return true;
    }
    fetchCard() {
        return import('c/followUpGuideCard');
    }
}
