import { wire } from 'lwc';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import title from '@salesforce/label/c.Pulse_Guide_Title';
import { LaterCard } from 'c/laterCard';
import { guideFields } from 'c/pulseSchema';

/** What to do about a follow-up, on its own page. */
export default class FollowUpGuide extends LaterCard {
  protected readonly ownTitle = title;
  protected readonly room = '44rem';

  /** What the card will read, together with what the page reads of the record at once: one request for both. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  record: RecordResult | undefined;

  get fields(): string[] {
    return guideFields();
  }

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
