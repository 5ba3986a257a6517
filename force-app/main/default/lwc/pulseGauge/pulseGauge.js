// Generated from lwc-ts-src/pulseGauge/pulseGauge.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { arcPath, markPath, needlePath } from 'c/gaugeGeometry';
const SCALE = { min: 0, max: 10, centre: { x: 100, y: 100 } };
const RADIUS = 80;
const RING_WIDTH = 16;
const NEEDLE_LENGTH = 66;
const NEEDLE_HALF_WIDTH = 4;
/** How far the target mark sticks out of the ring on both sides. */
const MARK_OVERHANG = 6;
/** Draws a score between its lines. All words come from outside: the sentence is what a screen reader says. */
export default class PulseGauge extends LightningElement {
    /** The score, 0 to 10. */
    @api
    score = 0;
    /** Where the yellow zone begins. */
    @api
    yellowFrom = 7;
    /** Where the green zone begins; the mark stands here. */
    @api
    target = 9;
    /** The whole reading in words. */
    @api
    sentence = '';
    get redArc() {
        return arcPath(SCALE, SCALE.min, this.yellowLine, RADIUS);
    }
    get yellowArc() {
        return arcPath(SCALE, this.yellowLine, this.target, RADIUS);
    }
    get greenArc() {
        return arcPath(SCALE, this.target, SCALE.max, RADIUS);
    }
    get targetMark() {
        const half = RING_WIDTH / 2 + MARK_OVERHANG;
        return markPath(SCALE, this.target, RADIUS - half, RADIUS + half);
    }
    get needle() {
        return needlePath(SCALE, this.score, NEEDLE_LENGTH, NEEDLE_HALF_WIDTH);
    }
    /** A target below the yellow line leaves no yellow zone. */
    get yellowLine() {
        return Math.min(this.yellowFrom, this.target);
    }
}
