// Generated from lwc-ts-src/pulseSpread/pulseSpread.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import hideLabel from '@salesforce/label/c.Pulse_List_Hide';
import showLabel from '@salesforce/label/c.Pulse_List_Show';
/** A bar that shows the bands, the same in words, and the parts as a list on demand. */
export default class PulseSpread extends NavigationMixin(LightningElement) {
    @api
    spread;
    isOpen = false;
    get parts() {
        return (this.spread?.parts ?? []).map(({ band, count, text }) => ({
            band,
            text,
            className: `part ${band.toLowerCase()}`,
            style: `flex-grow: ${count}`,
        }));
    }
    get expanded() {
        return this.isOpen ? 'true' : 'false';
    }
    get toggleText() {
        return this.isOpen ? hideLabel : showLabel;
    }
    toggle() {
        this.isOpen = !this.isOpen;
    }
    open(event) {
        const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
        if (recordId === undefined)
            return;
        const page = { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
        this[NavigationMixin.Navigate](page);
    }
}
