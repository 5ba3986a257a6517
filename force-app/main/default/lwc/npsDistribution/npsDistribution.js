// Generated from lwc-ts-src/npsDistribution/npsDistribution.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
/** How often each rating was given. */
export default class NpsDistribution extends LightningElement {
    @api
    view;
    get bars() {
        return (this.view?.bars ?? []).map((bar) => ({ ...bar, style: `block-size: ${bar.height}%`, className: `bar ${bar.kind}` }));
    }
    /** The middle of each bar, at its top. */
    get points() {
        const bars = this.view?.bars ?? [];
        return bars.map(({ height, text }, index) => ({ x: ((index + 0.5) / bars.length) * 100, y: height * BARS_SHARE, text }));
    }
    get parts() {
        return (this.view?.parts ?? []).map((part) => ({
            ...part,
            style: `inline-size: ${part.percent}%`,
            className: `part ${part.kind}`,
            keyClass: `key ${part.kind}`,
        }));
    }
}
/** How much of the height the bars take; the rest is for the numbers above them. */
const BARS_SHARE = 0.85;
