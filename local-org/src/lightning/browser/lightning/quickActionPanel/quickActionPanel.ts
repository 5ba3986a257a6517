import { api, LightningElement } from 'lwc';

/** `lightning-quick-action-panel`: body and footer in a quick action's dialog. Its heading is spoken; the dialog shows its own title. */
export default class QuickActionPanel extends LightningElement {
  @api header: string | undefined;

  hasFooter = false;

  get footerClass(): string {
    return this.hasFooter ? 'slds-p-around_medium slds-border_top footer' : '';
  }

  noteFooter(event: Event): void {
    this.hasFooter = event.target instanceof HTMLSlotElement && event.target.assignedNodes().length > 0;
  }
}
