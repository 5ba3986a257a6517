// Generated from lwc-ts-src/npsFigure/npsFigure.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
const ICONS = { up: 'utility:arrowup', down: 'utility:arrowdown', level: 'utility:forward' };
/** One NPS with its margin of error. */
export default class NpsFigure extends LightningElement {
    @api
    view;
    get rangeStyle() {
        const { low = 0, high = 0 } = this.view ?? {};
        return `inset-inline-start: ${low}%; inline-size: ${high - low}%`;
    }
    get dotStyle() {
        return `inset-inline-start: ${this.view?.at ?? 0}%`;
    }
    get changeIcon() {
        const change = this.view?.change;
        return change?.isSound ? ICONS[change.direction] : undefined;
    }
    get changeClass() {
        return this.view?.change?.isSound ? 'change sound' : 'change';
    }
}
