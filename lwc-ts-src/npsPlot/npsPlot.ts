import { LightningElement, api } from 'lwc';
import { steppedIndex } from 'c/chartScales';
import { isRtl } from 'c/pulseWording';
import chart from '@salesforce/label/c.Pulse_Board_Chart';
import { nearestPoint, type PlotPoint } from './nearest';

export type { PlotPoint } from './nearest';

/**
 * The field of a chart. What is drawn comes into the default slot; here is what a person does with it: one stop of the Tab key,
 * arrow keys from point to point, the words of a point beside it and in a live region.
 * @fires open when the point in focus is chosen (Enter, click); its detail is the index
 */
export default class NpsPlot extends LightningElement {
  /** What the chart shows, in a sentence. */
  @api label = '';

  /** In the order of the arrow keys. */
  @api points: readonly PlotPoint[] = [];

  /** The nearest point is looked for across only, as along a line of time. */
  @api acrossOnly = false;

  chart = chart;

  private active: number | undefined;
  /** The point that a press met: a touch first shows, and opens when it meets the same point again. */
  private shownBefore: number | undefined;

  get activePoint(): PlotPoint | undefined {
    return this.active === undefined ? undefined : this.points[this.active];
  }

  get spoken(): string {
    return this.activePoint?.text ?? '';
  }

  get markStyle(): string {
    const { x = 0, y = 0 } = this.activePoint ?? {};
    return `inset-inline-start: ${x}%; inset-block-end: ${y}%`;
  }

  /** Beside the point, on the side that has more room. */
  get tipStyle(): string {
    const { x = 0, y = 0 } = this.activePoint ?? {};
    const side = x > 50 ? `inset-inline-end: ${100 - x}%` : `inset-inline-start: ${x}%`;
    return `${side}; ${y > 60 ? `inset-block-start: ${100 - y}%` : `inset-block-end: ${y}%`}`;
  }

  focusIn(): void {
    this.active ??= this.points.length > 0 ? this.points.length - 1 : undefined;
  }

  leave(): void {
    this.active = undefined;
  }

  step(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.active = undefined;
    if (event.key === 'Enter' || event.key === ' ') this.open(event);
    const next = steppedIndex(event.key, this.active ?? 0, this.points.length, isRtl());
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
  }

  press(event: PointerEvent): void {
    this.shownBefore = this.active;
    this.point(event);
  }

  point(event: PointerEvent): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof HTMLElement)) return;
    const { left, right, top, width, height } = currentTarget.getBoundingClientRect();
    const place = { x: isRtl() ? right - event.clientX : event.clientX - left, y: height - (event.clientY - top) };
    const found = nearestPoint(this.points, place, { width, height }, this.acrossOnly);
    if (found !== this.active) this.active = found;
  }

  click(event: PointerEvent): void {
    if (event.pointerType === 'touch' && this.shownBefore !== this.active) return;
    this.open(event);
  }

  private open(event: Event): void {
    if (this.active === undefined) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('open', { detail: this.active }));
  }
}
