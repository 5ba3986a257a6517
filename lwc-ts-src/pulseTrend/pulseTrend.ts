import { api } from 'lwc';
import title from '@salesforce/label/c.Pulse_Over_Time_Title';
import { LaterCard } from 'c/laterCard';

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

  protected override fetchCard(): Promise<typeof import('c/pulseTrendCard')> {
    return import('c/pulseTrendCard');
  }
}
