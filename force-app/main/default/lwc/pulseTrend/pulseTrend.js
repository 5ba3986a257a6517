// Generated from lwc-ts-src/pulseTrend/pulseTrend.ts by `npm run build:lwc`. Change the source, not this file.
import { api } from 'lwc';
import title from '@salesforce/label/c.Pulse_Over_Time_Title';
import { LaterCard } from 'c/laterCard';
/**
 * Asked for at once: the card stands at the top of its pages, and comes while the page around it is drawn. One that does not come is
 * asked for again when it is to be shown, and that is where it says why.
 */
const early = import('c/pulseTrendCard').catch(() => undefined);
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
    async fetchCard() {
        return (await early) ?? import('c/pulseTrendCard');
    }
}
