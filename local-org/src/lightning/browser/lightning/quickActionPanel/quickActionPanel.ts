import { api, LightningElement } from 'lwc';

/** `lightning-quick-action-panel`: heading, body and footer of a component in a quick action's dialog. */
export default class QuickActionPanel extends LightningElement {
  @api header: string | undefined;
}
