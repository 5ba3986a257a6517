import title from '@salesforce/label/c.Pulse_Map_Title';
import { LaterCard } from 'c/laterCard';

/** The customer's journey on a record page: one row for each touchpoint. */
export default class TouchpointMap extends LaterCard {
  protected readonly ownTitle = title;
  protected readonly room = '16rem';

  protected override fetchCard(): Promise<typeof import('c/touchpointMapCard')> {
    return import('c/touchpointMapCard');
  }
}
