import { api } from 'lwc';
import title from '@salesforce/label/c.Pulse_Over_Time_Title';
import { LaterCard } from 'c/laterCard';

/**
 * Asked for at once: the card stands at the top of its pages, and comes while the page around it is drawn. One that does not come is
 * asked for again when it is to be shown, and that is where it says why.
 */
const early = import('c/pulseTrendCard').catch(() => undefined);

/** The pulse over time, with its target and its answers, on a record page. */
export default class PulseTrend extends LaterCard {
  /** Shows the single answers from the beginning. */
  @api showAnswers = false;

  protected readonly ownTitle = title;
  protected readonly room = '19.5rem';

  override get properties(): Readonly<Record<string, unknown>> {
    return { ...super.properties, showAnswers: this.showAnswers };
  }

  protected override get isFirst(): boolean {
    return true;
  }

  protected override async fetchCard(): Promise<typeof import('c/pulseTrendCard')> {
    return (await early) ?? import('c/pulseTrendCard');
  }
}
