import { api, LightningElement } from 'lwc';
import type { ListPageModel, RecordDialogModel } from '../../../pages/pageSettings.ts';
import { openRecordDialog } from '../../page/dialogRequests.ts';
import { say, texts } from '../../page/texts.ts';

/** What one may do with a record that stands in a list. */
export default class RowActions extends LightningElement {
  @api recordId = '';
  @api recordName = '';
  @api objectApiName = '';
  @api may: ListPageModel['may'] = { create: false, edit: false, delete: false };

  get label(): string {
    return say(texts.actionsFor, this.recordName);
  }

  get items(): readonly { readonly value: RecordDialogModel['mode']; readonly label: string }[] {
    const edit = this.may.edit ? [{ value: 'edit' as const, label: texts.edit }] : [];
    return [...edit, ...(this.may.delete ? [{ value: 'delete' as const, label: texts.delete }] : [])];
  }

  handleSelect(event: CustomEvent<{ readonly value: RecordDialogModel['mode'] }>): void {
    const { objectApiName, recordId, recordName } = this;
    openRecordDialog({ mode: event.detail.value, objectApiName, recordId, recordName });
  }
}
