import { api, LightningElement } from 'lwc';
import { numberText, texts } from '../../page/texts.ts';
import { pageSettings } from '../../page/settings.ts';
import { barDrawing, columnDrawing, lineDrawing, mark } from '../barDrawing.ts';
import type { ChartModel } from '../chartModel.ts';
import { chartRows, chartSentence, legendOf, pointLines } from '../chartWords.ts';
import type { ChartPoint, Drawing } from '../drawing.ts';
import { funnelDrawing, ringDrawing, slicesOf } from '../ringDrawing.ts';
import { scatterDrawing } from '../scatterDrawing.ts';
import { steppedPoint } from '../steppedPoint.ts';

/** Colours of the palette; a further series begins again. */
const colours = 8;

/** A chart: drawn, told in a sentence, walked through by keyboard, and as a table. */
export default class Chart extends LightningElement {
  @api model: ChartModel | undefined;
  /** Height of charts that have no height of their own, in pixels. */
  @api height = 260;
  /** Whether the legend stands beside the drawing where there is room. */
  @api hasLegend = false;

  texts = texts;
  width = 0;
  isTable = false;
  active: number | undefined;
  #observer: ResizeObserver | undefined;

  override renderedCallback(): void {
    const place = this.template?.querySelector<HTMLElement>('.field');
    if (!place || this.#observer !== undefined) return;
    this.width = place.clientWidth;
    this.#observer = new ResizeObserver(() => {
      if (place.clientWidth > 0 && place.clientWidth !== this.width) this.width = place.clientWidth;
    });
    this.#observer.observe(place);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get drawing(): Drawing | undefined {
    const { model, width } = this;
    if (model === undefined || width === 0) return undefined;
    return drawingOf(model, width, this.height);
  }

  get viewBox(): string {
    return `0 0 ${String(this.drawing?.width ?? 0)} ${String(this.drawing?.height ?? 0)}`;
  }

  get fieldStyle(): string {
    return `min-height: ${String(this.drawing?.height ?? this.height)}px`;
  }

  get sentence(): string {
    return this.model === undefined ? '' : chartSentence(this.model, texts);
  }

  get shapes(): readonly { readonly key: string; readonly d: string; readonly className: string }[] {
    return (this.drawing?.shapes ?? []).map(({ d, look, colour }, index) => ({
      key: String(index),
      d,
      className: colour === undefined ? look : `${look} ${look}-${String(colour % colours)}`,
    }));
  }

  get labels(): readonly Record<'key' | 'text' | 'anchor' | 'className' | 'transform', string>[] {
    return (this.drawing?.texts ?? []).map(({ x, y, text, anchor, look, turn }, index) => ({
      key: String(index),
      text,
      anchor,
      className: look,
      transform: `translate(${String(x)} ${String(y)})${turn === undefined ? '' : ` rotate(${String(turn)})`}`,
    }));
  }

  /** Squares, or what the lines have at their values. */
  get legend(): readonly { readonly key: string; readonly label: string; readonly d: string; readonly className: string }[] {
    const { model } = this;
    if (model === undefined) return [];
    return legendOf(model).map(({ label, colour }, index) => ({
      key: String(index),
      label,
      d: model.kind === 'line' ? mark(7, 7, index) : 'M 1 1 H 13 V 13 H 1 Z',
      className: `fill-${String(colour % colours)}`,
    }));
  }

  /** Beside a ring, below everything else. */
  get legendClass(): string {
    return this.model?.kind === 'ring' ? 'legend' : 'legend legend-below';
  }

  get showsLegend(): boolean {
    return this.legend.length > 0;
  }

  get table(): ReturnType<typeof chartRows> | undefined {
    return this.isTable && this.model !== undefined ? chartRows(this.model) : undefined;
  }

  get tableText(): string {
    return this.isTable ? texts.chartHideTable : texts.chartShowTable;
  }

  get expanded(): string {
    return String(this.isTable);
  }

  get tip(): readonly { readonly key: string; readonly text: string }[] | undefined {
    const { model, point } = this;
    return model === undefined || point === undefined
      ? undefined
      : pointLines(model, point).map((text, index) => ({ key: String(index), text }));
  }

  get spoken(): string {
    return (this.tip ?? []).map(({ text }) => text).join(', ');
  }

  get markTransform(): string {
    const { x = 0, y = 0 } = this.point ?? {};
    return `translate(${String(x)} ${String(y)})`;
  }

  /** Beside the point, on the side that has more room. */
  get tipStyle(): string {
    const { x = 0, y = 0 } = this.point ?? {};
    const { width = 1, height = 1 } = this.drawing ?? {};
    const side = x > width / 2 ? `right: ${String(width - x + 10)}px` : `left: ${String(x + 10)}px`;
    return `${side}; ${y > height / 2 ? `bottom: ${String(height - y + 6)}px` : `top: ${String(y + 6)}px`}`;
  }

  toggleTable(): void {
    this.isTable = !this.isTable;
  }

  focusIn(): void {
    this.active ??= this.points.length > 0 ? 0 : undefined;
  }

  leave(): void {
    this.active = undefined;
  }

  step(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.active = undefined;
    const next = steppedPoint(event.key, this.active ?? 0, this.points.length, pageSettings.dir === 'rtl');
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
  }

  hover(event: PointerEvent): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof Element)) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const distances = this.points.map((point) => Math.hypot(point.x - x, point.y - y));
    const least = Math.min(...distances);
    this.active = least < 60 ? distances.indexOf(least) : undefined;
  }

  private get points(): readonly ChartPoint[] {
    return this.drawing?.points ?? [];
  }

  private get point(): ChartPoint | undefined {
    return this.active === undefined ? undefined : this.points[this.active];
  }
}

function drawingOf(model: ChartModel, width: number, height: number): Drawing {
  switch (model.kind) {
    case 'column':
      return columnDrawing(model, width, height, tick);
    case 'line':
      return lineDrawing(model, width, height, tick);
    case 'ring':
      return ringDrawing(model, width, height, model.total ?? numberText(slicesOf(model).reduce((sum, { value }) => sum + value, 0)));
    case 'funnel':
      return funnelDrawing(model, width);
    case 'scatter':
      return scatterDrawing(model, width, height, tick);
    case 'bar':
      return barDrawing(model, width, height, tick);
  }
}

function tick(value: number): string {
  return new Intl.NumberFormat(
    pageSettings.locale,
    Math.abs(value) >= 10_000 ? { notation: 'compact' } : { maximumFractionDigits: 2 },
  ).format(value);
}
