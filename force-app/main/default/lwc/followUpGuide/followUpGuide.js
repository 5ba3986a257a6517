// Generated from lwc-ts-src/followUpGuide/followUpGuide.ts by `npm run build:lwc`. Change the source, not this file.
import title from '@salesforce/label/c.Pulse_Guide_Title';
import { LaterCard } from 'c/laterCard';
/** What to do about a follow-up, on its own page. */
export default class FollowUpGuide extends LaterCard {
    ownTitle = title;
    room = '24rem';
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
