// Generated from lwc-ts-src/npsShare/npsShare.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
/** A share of a whole. */
export default class NpsShare extends LightningElement {
    @api
    view;
    get barStyle() {
        return `inline-size: ${this.view?.percent ?? 0}%`;
    }
}
