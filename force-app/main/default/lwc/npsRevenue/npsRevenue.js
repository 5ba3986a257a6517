// Generated from lwc-ts-src/npsRevenue/npsRevenue.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { formatNps, isRtl } from 'c/pulseWording';
/** Customers by revenue and NPS. A customer's page is one click or Enter away. */
export default class NpsRevenue extends NavigationMixin(LightningElement) {
    @api
    view;
    /** The ends of the scale, with the signs that the figures have. */
    ends = { low: formatNps(-100), high: formatNps(100) };
    get corners() {
        return (this.view?.corners ?? []).map((corner) => ({
            ...corner,
            className: `corner ${corner.corner}`,
            dotClass: `dot ${corner.corner}`,
        }));
    }
    get actName() {
        return this.view?.corners.find(({ corner }) => corner === 'act')?.name ?? '';
    }
    get hasActOn() {
        return (this.view?.actOn.length ?? 0) > 0;
    }
    get drawingClass() {
        return isRtl() ? 'drawing mirrored' : 'drawing';
    }
    get splitStyle() {
        return `inset-inline-start: ${this.view?.split ?? 50}%`;
    }
    open(event) {
        const recordId = this.view?.ids[event.detail];
        if (recordId === undefined)
            return;
        this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
    }
}
