import { api, LightningElement } from 'lwc';
import type { ComponentModel } from '../../../pages/pageSettings.ts';

/** flexipage:richText: a text that the page's author wrote, cleaned by the base component. */
export default class RichText extends LightningElement {
  @api page: unknown;
  @api model: ComponentModel | undefined;
  @api width = 'LARGE';

  get text(): string {
    return String(this.model?.properties['richTextValue'] ?? '');
  }

  get boxClass(): string {
    return this.model?.properties['decorate'] === true ? 'slds-card slds-p-around_medium' : '';
  }
}
