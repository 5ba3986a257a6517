// Generated from lwc-ts-src/choiceBar/choiceBar.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import refresh from '@salesforce/label/c.Pulse_Action_Refresh';
/**
 * What a page of figures is limited to, side by side as far as there is room. Further buttons come into the default slot.
 * @fires choose with a `Chosen`
 * @fires refresh when a person wants everything read again
 */
export default class ChoiceBar extends LightningElement {
    @api
    choices = [];
    labels = { refresh };
    choose(event) {
        const { choice = '' } = event.currentTarget.dataset;
        const detail = { name: choice, value: event.detail.value };
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }
    refresh() {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
