// Generated from lwc-ts-src/bandBadge/bandBadge.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { bandLook } from 'c/pulseBands';
/** A band in shape, word and colour. Without a band it shows its text alone. */
export default class BandBadge extends LightningElement {
    /** `Green`, `Yellow` or `Red`; anything else is no band. */
    @api
    band;
    /** The words beside the shape; the band's name when none are given. */
    @api
    text;
    get words() {
        return this.text ?? bandLook(this.band)?.label ?? '';
    }
    get isCircle() {
        return bandLook(this.band)?.shape === 'circle';
    }
    get isTriangle() {
        return bandLook(this.band)?.shape === 'triangle';
    }
    get isSquare() {
        return bandLook(this.band)?.shape === 'square';
    }
}
