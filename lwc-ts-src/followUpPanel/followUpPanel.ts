import title from '@salesforce/label/c.Pulse_Panel_Title';
import { LaterCard } from 'c/laterCard';

/** The customer's open follow-ups on a record page. */
export default class FollowUpPanel extends LaterCard {
  protected readonly ownTitle = title;
  protected readonly room = '6rem';

  protected override fetchCard(): Promise<typeof import('c/followUpPanelCard')> {
    return import('c/followUpPanelCard');
  }
}
