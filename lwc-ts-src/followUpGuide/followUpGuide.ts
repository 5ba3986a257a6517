import title from '@salesforce/label/c.Pulse_Guide_Title';
import { LaterCard } from 'c/laterCard';

/** What to do about a follow-up, on its own page. */
export default class FollowUpGuide extends LaterCard {
  protected readonly ownTitle = title;
  protected readonly room = '24rem';

  override get properties(): Readonly<Record<string, unknown>> {
    return { recordId: this.recordId, cardTitle: this.cardTitle };
  }

  protected override get isFirst(): boolean {
    return true;
  }

  protected override fetchCard(): Promise<typeof import('c/followUpGuideCard')> {
    return import('c/followUpGuideCard');
  }
}
