// Generated from lwc-ts-src/followUpPanel/followUpPanel.ts by `npm run build:lwc`. Change the source, not this file.
import title from '@salesforce/label/c.Pulse_Panel_Title';
import { LaterCard } from 'c/laterCard';
/** The customer's open follow-ups on a record page. */
export default class FollowUpPanel extends LaterCard {
    ownTitle = title;
    room = '6rem';
    fetchCard() {
        return import('c/followUpPanelCard');
    }
}
