import FORM_FACTOR from '@salesforce/client/formFactor';
import title from '@salesforce/label/c.Pulse_Map_Title';
import { LaterCard } from 'c/laterCard';

/**
 * Asked for at once where it most likely stands in the window: it comes while the page around it is drawn. One that does not come is
 * asked for again when it is to be shown, and that is where it says why.
 */
const early = FORM_FACTOR === 'Large' ? import('c/touchpointMapCard').catch(() => undefined) : undefined;

/** The customer's journey on a record page: one row for each touchpoint. */
export default class TouchpointMap extends LaterCard {
  protected readonly ownTitle = title;
  protected readonly room = '16rem';

  protected override get isFirst(): boolean {
    return early !== undefined;
  }

  protected override async fetchCard(): Promise<typeof import('c/touchpointMapCard')> {
    return (await early) ?? import('c/touchpointMapCard');
  }
}
