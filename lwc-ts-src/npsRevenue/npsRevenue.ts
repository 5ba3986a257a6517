import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { FigureColumn, FigureRow } from 'c/figureTable';
import type { PlotPoint } from 'c/npsPlot';
import { formatNps, isRtl } from 'c/pulseWording';

/** What a customer's place in the chart asks for. */
export type Corner = 'act' | 'keep' | 'grow' | 'letBe';

export interface CornerView {
  readonly corner: Corner;
  readonly name: string;
  readonly customers: string;
  /** Path of its dots in a field of 100 by 100 with y downwards. */
  readonly dots: string;
}

/** All of it; words and paths are made outside. */
export interface RevenueView {
  readonly sentence: string;
  readonly hint: string;
  /** The middle customer by revenue, in percent from the beginning of the line. */
  readonly split: number;
  readonly corners: readonly CornerView[];
  readonly points: readonly PlotPoint[];
  /** Ids of the customers, as the points. */
  readonly ids: readonly string[];
  readonly revenueAxis: { readonly name: string; readonly low: string; readonly high: string };
  /** The largest customers to act on now. */
  readonly actOn: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly table: { readonly caption: string; readonly columns: readonly FigureColumn[]; readonly rows: readonly FigureRow[] };
}

interface CornerDrawing extends CornerView {
  readonly className: string;
  readonly dotClass: string;
}

/** Customers by revenue and NPS. A customer's page is one click or Enter away. */
export default class NpsRevenue extends NavigationMixin(LightningElement) {
  @api view: RevenueView | undefined;

  /** The ends of the scale, with the signs that the figures have. */
  ends = { low: formatNps(-100), high: formatNps(100) };

  get corners(): CornerDrawing[] {
    return (this.view?.corners ?? []).map((corner) => ({
      ...corner,
      className: `corner ${corner.corner}`,
      dotClass: `dot ${corner.corner}`,
    }));
  }

  get actName(): string {
    return this.view?.corners.find(({ corner }) => corner === 'act')?.name ?? '';
  }

  get hasActOn(): boolean {
    return (this.view?.actOn.length ?? 0) > 0;
  }

  get drawingClass(): string {
    return isRtl() ? 'drawing mirrored' : 'drawing';
  }

  get splitStyle(): string {
    return `inset-inline-start: ${this.view?.split ?? 50}%`;
  }

  open(event: CustomEvent<number>): void {
    const recordId = this.view?.ids[event.detail];
    if (recordId === undefined) return;
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }
}
