import { LightningElement, api } from 'lwc';
import { watchWidth, type Point } from 'c/chartScales';
import { latest } from 'c/latest';
import { fill, isRtl } from 'c/pulseWording';
import { choiceAt, choiceByKey, type Choice } from './choice';
import { drawingOf, HEIGHT, type Drawing } from './drawing';
import type { Trend } from './trend';
import answerOpen from '@salesforce/label/c.Pulse_Answer_Open';
import chart from '@salesforce/label/c.Pulse_Over_Time_Chart';
import keys from '@salesforce/label/c.Pulse_Over_Time_Keys';
import sentence from '@salesforce/label/c.Pulse_Sentence';

export type { Trend, TrendDot, TrendMark, TrendPoint } from './trend';

/** Width of a tooltip, so that it stays inside the chart. */
const TIP_WIDTH = 190;

interface Tip {
  readonly title: string;
  readonly lines: readonly string[];
  readonly style: string;
  readonly dotId: string | undefined;
}

/**
 * A trend drawn as a chart: one stop of the Tab key, with the arrow keys from point to point.
 * @fires openanswer with the id of the answer that is to be opened
 */
export default class TrendChart extends LightningElement {
  @api trend: Trend | undefined;

  /** What the chart shows, in one sentence. */
  @api name = '';

  labels = { answerOpen, chart, keys };
  height = HEIGHT;

  private readonly drawingOf = latest(drawingOf);
  private width = 600;
  private choice: Choice | undefined;
  /** Said when the keyboard moves; a mouse that wanders says nothing. */
  spoken = '';
  private stopWatching: (() => void) | undefined;

  /** Known before the first drawing, the width needs no second one. The style sheet, which makes a block of the chart, comes later. */
  override connectedCallback(): void {
    const host = this.template?.host;
    if (!(host instanceof HTMLElement)) return;
    host.style.display = 'block';
    this.resize(host.clientWidth);
  }

  override renderedCallback(): void {
    const plot = this.template?.querySelector('.plot');
    if (!this.stopWatching && plot) this.stopWatching = watchWidth(plot, (width) => this.resize(width));
  }

  override disconnectedCallback(): void {
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  get drawing(): Drawing | undefined {
    return this.trend && this.drawingOf(this.trend, this.width);
  }

  get chosenPlace(): Point | null {
    const { choice, drawing } = this;
    if (!choice || !drawing) return null;
    const { pointAt, dotAt, bottom } = drawing;
    if (choice.kind === 'dot') return dotAt[choice.index] ?? null;
    const x = this.xOfPoints[choice.index];
    return pointAt[choice.index] ?? (x === undefined ? null : { x, y: bottom });
  }

  get tip(): Tip | undefined {
    const { choice, chosenPlace: place, trend } = this;
    if (!choice || !place || !trend) return undefined;
    const dot = choice.kind === 'dot' ? trend.dots[choice.index] : undefined;
    const [title = '', ...lines] = (dot ?? trend.points[choice.index])?.lines ?? [];
    const left = Math.min(Math.max(0, place.x - TIP_WIDTH / 2), Math.max(0, this.width - TIP_WIDTH));
    const below = place.y < HEIGHT / 2;
    const edge = below ? `top: ${place.y + 12}px` : `bottom: ${HEIGHT - place.y + 12}px`;
    return { title, lines, dotId: dot?.id, style: `left: ${left}px; width: ${Math.min(TIP_WIDTH, this.width)}px; ${edge}` };
  }

  point(event: PointerEvent): void {
    const { drawing } = this;
    if (!drawing || !(event.currentTarget instanceof Element) || isInTip(event.target)) return;
    const box = event.currentTarget.getBoundingClientRect();
    this.choice = choiceAt(drawing, this.xOfPoints, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  /** A finger that is lifted leaves the tooltip where it is. */
  leave(event: PointerEvent): void {
    if (event.pointerType === 'mouse') this.choice = undefined;
  }

  click(event: MouseEvent): void {
    if (event.detail > 0 && window.matchMedia('(pointer: fine)').matches) this.openChosen();
  }

  press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.choice = undefined;
    else if (event.key === 'Enter') this.openChosen();
    else this.step(event);
  }

  /** The newest point, so that it is seen what the keys do. */
  focusIn(): void {
    const count = this.trend?.points.length ?? 0;
    if (!this.choice && count > 0) this.choice = { kind: 'point', index: count - 1 };
  }

  blur(event: FocusEvent): void {
    if (isInTip(event.relatedTarget)) return;
    this.choice = undefined;
    this.spoken = '';
  }

  open(event: Event): void {
    event.stopPropagation();
    this.openChosen();
  }

  private step(event: KeyboardEvent): void {
    const next = this.drawing && choiceByKey(event.key, this.choice, this.drawing, isRtl());
    if (!next) return;
    event.preventDefault();
    this.choice = next;
    const { tip } = this;
    this.spoken = tip ? [tip.title, ...tip.lines].map((line) => fill(sentence, line)).join(' ') : '';
  }

  private openChosen(): void {
    const id = this.tip?.dotId;
    if (id !== undefined) this.dispatchEvent(new CustomEvent('openanswer', { detail: { id } }));
  }

  private resize(width: number): void {
    if (width > 0 && width !== this.width) this.width = width;
  }

  /** Where moments lie, also those without a pulse. */
  private get xOfPoints(): number[] {
    const { trend, drawing } = this;
    if (!trend || !drawing) return [];
    const span = trend.until - trend.from || 1;
    return trend.points.map(({ at }) => {
      const share = (at - trend.from) / span;
      return isRtl() ? drawing.right - share * (drawing.right - drawing.left) : drawing.left + share * (drawing.right - drawing.left);
    });
  }
}

/** The tooltip itself is no place of the chart: who goes there wants to press its button. */
function isInTip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.tip') !== null;
}
