// Generated from lwc-ts-src/pulseTrend/pulseTrend.ts by `npm run build:lwc`. Change the source, not this file.
import { api } from 'lwc';
import title from '@salesforce/label/c.Pulse_Over_Time_Title';
import { LaterCard } from 'c/laterCard';
/** The pulse over time, with its target and its answers, on a record page. */
export default class PulseTrend extends LaterCard {
    /** Shows the single answers from the beginning. */
    @api
    showAnswers = false;
    ownTitle = title;
    room = '19.5rem';
    get properties() {
        return { ...super.properties, showAnswers: this.showAnswers };
    }
    get isFirst() {
        return true;
    }
    fetchCard() {
        return import('c/pulseTrendCard');
    }
}
