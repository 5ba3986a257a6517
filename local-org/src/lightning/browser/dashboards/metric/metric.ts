import { api, LightningElement } from 'lwc';
import { numberText, texts } from '../../page/texts.ts';
import type { WireVisualization } from '../../reports/wire.ts';
import { bandOf, bandsOf } from '../bands.ts';
import type { Figure } from '../tileView.ts';

/** One figure, large, and the range that it lies in. */
export default class Metric extends LightningElement {
  @api figure: Figure | undefined;
  /** What stands above it: not said twice. */
  @api heading = '';
  @api properties: WireVisualization | undefined;

  get label(): string {
    const { label = '' } = this.figure ?? {};
    return label.toLowerCase() === this.heading.toLowerCase() ? '' : label;
  }

  get band(): { readonly text: string; readonly shape: string; readonly style: string } | undefined {
    const band = bandOf(bandsOf(this.properties, texts, numberText), this.figure?.value);
    return band === undefined ? undefined : { text: band.text, shape: band.shape, style: `fill: ${band.colour}` };
  }
}
