// Generated from lwc-ts-src/wallFeed/wallFeed.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Pulse_Wall_Latest';
import noAnswers from '@salesforce/label/c.Pulse_Wall_No_Answers';
/** The latest answers, the newest on top. */
export default class WallFeed extends LightningElement {
    @api
    items = [];
    /** Spoken when new answers have come; empty while none has. */
    @api
    news = '';
    labels = { heading, noAnswers };
    get rows() {
        return this.items.map((item) => ({ ...item, rowClass: item.isNew ? 'row new' : 'row' }));
    }
    get isEmpty() {
        return this.items.length === 0;
    }
}
