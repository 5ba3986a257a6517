import { LightningElement, api } from 'lwc';
import { arcPath, markPath, needlePath, type GaugeScale } from 'c/gaugeGeometry';

const SCALE: GaugeScale = { min: 0, max: 10, centre: { x: 100, y: 100 } };
const RADIUS = 80;
const RING_WIDTH = 16;
const NEEDLE_LENGTH = 66;
const NEEDLE_HALF_WIDTH = 4;
/** How far the target mark sticks out of the ring on both sides. */
const MARK_OVERHANG = 6;

/** Draws a score between its lines. All words come from outside: the sentence is what a screen reader says. */
export default class PulseGauge extends LightningElement {
  /** The score, 0 to 10. */
  @api score = 0;

  /** Where the yellow zone begins. */
  @api yellowFrom = 7;

  /** Where the green zone begins; the mark stands here. */
  @api target = 9;

  /** The whole reading in words. */
  @api sentence = '';

  get redArc(): string {
    return arcPath(SCALE, SCALE.min, this.yellowLine, RADIUS);
  }

  get yellowArc(): string {
    return arcPath(SCALE, this.yellowLine, this.target, RADIUS);
  }

  get greenArc(): string {
    return arcPath(SCALE, this.target, SCALE.max, RADIUS);
  }

  get targetMark(): string {
    const half = RING_WIDTH / 2 + MARK_OVERHANG;
    return markPath(SCALE, this.target, RADIUS - half, RADIUS + half);
  }

  get needle(): string {
    return needlePath(SCALE, this.score, NEEDLE_LENGTH, NEEDLE_HALF_WIDTH);
  }

  /** A target below the yellow line leaves no yellow zone. */
  private get yellowLine(): number {
    return Math.min(this.yellowFrom, this.target);
  }
}
