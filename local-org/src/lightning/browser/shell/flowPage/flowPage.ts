import { api, LightningElement } from 'lwc';
import type { StatusChange } from '../../flow/flowEvents.ts';
import type { FlowPageModel } from '../../../pages/pageSettings.ts';

/** The page of a screen flow. */
export default class FlowPage extends LightningElement {
  @api page: FlowPageModel | undefined;

  handleStatus(event: CustomEvent<StatusChange>): void {
    const { finishUrl } = this.page ?? {};
    if (finishUrl !== undefined && event.detail.status.startsWith('FINISHED')) window.location.assign(finishUrl);
  }
}
