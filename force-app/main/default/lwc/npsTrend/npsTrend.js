// Generated from lwc-ts-src/npsTrend/npsTrend.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { isRtl } from 'c/pulseWording';
/** NPS by month. */
export default class NpsTrend extends LightningElement {
    @api
    view;
    get drawingClass() {
        return isRtl() ? 'drawing mirrored' : 'drawing';
    }
    get valueMarks() {
        return (this.view?.valueMarks ?? []).map((mark) => ({ ...mark, style: `inset-block-end: ${mark.at}%`, className: 'value' }));
    }
    get timeMarks() {
        return (this.view?.timeMarks ?? []).map((mark) => ({
            ...mark,
            style: `inset-inline-start: ${mark.at}%`,
            className: mark.isMinor ? 'time minor' : 'time',
        }));
    }
    get periodStyle() {
        const { from = 0, to = 0 } = this.view?.period ?? {};
        return `inset-inline-start: ${from}%; inline-size: ${to - from}%`;
    }
}
