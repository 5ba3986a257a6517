// Generated from lwc-ts-src/wallRadar/wallRadar.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Pulse_Wall_Radar';
import text from '@salesforce/label/c.Pulse_Wall_Radar_Text';
import clear from '@salesforce/label/c.Pulse_Wall_Clear';
import clearText from '@salesforce/label/c.Pulse_Wall_Clear_Text';
import more from '@salesforce/label/c.Pulse_Wall_More';
import { fill, formatWhole } from 'c/pulseWording';
/** The unhappy customers whose follow-up is late, or whom nobody has taken on. */
export default class WallRadar extends LightningElement {
    @api
    items = [];
    /** How many there are in all. */
    @api
    count = 0;
    /** A sentence on answers that belong to nobody; empty where there are none. */
    @api
    unlinkedText = '';
    labels = { heading, text, clear, clearText };
    get isClear() {
        return this.count === 0 && this.unlinkedText === '';
    }
    get hasItems() {
        return this.items.length > 0;
    }
    get countText() {
        return formatWhole(this.count);
    }
    get moreText() {
        const rest = this.count - this.items.length;
        return rest > 0 ? fill(more, formatWhole(rest)) : '';
    }
    get zoneClass() {
        return this.isClear ? 'zone' : 'zone warning';
    }
}
