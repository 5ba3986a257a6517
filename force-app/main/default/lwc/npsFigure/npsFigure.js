// Generated from lwc-ts-src/npsFigure/npsFigure.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { formatNps } from 'c/pulseWording';
/** One NPS with its margin of error. */
export default class NpsFigure extends LightningElement {
    @api
    view;
    /** The ends of the scale, with the signs that the figures have. */
    ends = { low: formatNps(-100), high: formatNps(100) };
    get rangeStyle() {
        const { low = 0, high = 0 } = this.view ?? {};
        return `inset-inline-start: ${low}%; inline-size: ${high - low}%`;
    }
    get dotStyle() {
        return `inset-inline-start: ${this.view?.at ?? 0}%`;
    }
    get changeClass() {
        return this.view?.change?.icon ? 'change sound' : 'change';
    }
}
