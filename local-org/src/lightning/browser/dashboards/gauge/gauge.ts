import { api, LightningElement } from 'lwc';
import { numberText, say, texts } from '../../page/texts.ts';
import type { WireVisualization } from '../../reports/wire.ts';
import { bandOf, bandsOf, type Band } from '../bands.ts';
import { gaugeDrawing, type GaugeDrawing } from '../gaugeDrawing.ts';
import type { Figure } from '../tileView.ts';

/** A figure on a half circle of ranges. */
export default class Gauge extends LightningElement {
  @api figure: Figure | undefined;
  /** What stands above it: not said twice. */
  @api heading = '';
  @api properties: WireVisualization | undefined;

  get drawing(): GaugeDrawing {
    return gaugeDrawing(this.bands, this.figure?.value);
  }

  get low(): string {
    return numberText(this.drawing.low);
  }

  get high(): string {
    return numberText(this.drawing.high);
  }

  get sentence(): string {
    const { label = '', text = '' } = this.figure ?? {};
    const figure = say(texts.filterOf, label, text);
    return `${figure}, ${this.band?.text ?? say(texts.rangeBetween, this.low, this.high)}`;
  }

  get label(): string {
    const { label = '' } = this.figure ?? {};
    return label.toLowerCase() === this.heading.toLowerCase() ? '' : label;
  }

  get band(): { readonly text: string; readonly shape: string; readonly style: string } | undefined {
    const band = bandOf(this.bands, this.figure?.value);
    return band === undefined ? undefined : { text: band.text, shape: band.shape, style: `fill: ${band.colour}` };
  }

  private get bands(): readonly Band[] {
    return bandsOf(this.properties, texts, numberText);
  }
}
