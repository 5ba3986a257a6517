import { LightningElement } from 'lwc';
import type { RecordDialogModel } from '../../../pages/pageSettings.ts';
import { refreshAll } from '../../lds/refreshSignal.ts';
import { onRecordDialog } from '../../page/dialogRequests.ts';
import { keepToast } from '../../page/keptToast.ts';
import { pageSettings } from '../../page/settings.ts';
import { say, texts } from '../../page/texts.ts';
import { ShowToastEvent } from '../../page/toastEvent.ts';
import type { DialogOutcome } from '../recordDialog/recordDialog.ts';

interface OpenedDialog {
  readonly key: number;
  readonly dialog: RecordDialogModel;
}

/** The dialog that is open over the page, and what follows when it has done its work. */
export default class RecordDialogs extends LightningElement {
  /** A list of one. */
  opened: readonly OpenedDialog[] = [];
  #lastKey = 0;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stop = onRecordDialog((dialog) => this.open(dialog));
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  /** An address that opened the dialog says from now on what is seen. */
  handleClose(): void {
    const { page } = pageSettings;
    this.opened = [];
    if (page.kind === 'record' && page.dialog !== undefined) showAddress(recordUrl(page.objectApiName, page.recordId));
    if (page.kind === 'list' && page.dialog !== undefined) showAddress(listUrl(page.objectApiName));
  }

  handleDone(event: CustomEvent<DialogOutcome>): void {
    const outcome = event.detail;
    const dialog = this.opened[0]?.dialog;
    const address = nextAddress(outcome, dialog);
    if (address === undefined || outcome.another) {
      this.dispatchEvent(new ShowToastEvent({ title: sentence(outcome), variant: 'success' }));
      void refreshAll();
    } else {
      keepToast({ title: sentence(outcome), variant: 'success' });
      window.location.assign(address);
    }
    // The next empty form opens once this one is gone.
    if (outcome.another && dialog !== undefined) setTimeout(() => this.open(dialog), 0);
  }

  private open(dialog: RecordDialogModel): void {
    this.#lastKey += 1;
    this.opened = [{ key: this.#lastKey, dialog }];
  }
}

/** Where to go; undefined: the page stays. What is made from a related list shows in that list. */
function nextAddress({ mode, recordId, objectApiName }: DialogOutcome, dialog: RecordDialogModel | undefined): string | undefined {
  const { page } = pageSettings;
  if (mode === 'delete') return page.kind === 'record' && page.recordId === recordId ? listUrl(objectApiName) : undefined;
  const isChild = Object.keys(dialog?.defaults ?? {}).length > 0;
  return mode === 'clone' || (mode === 'new' && !isChild) ? recordUrl(objectApiName, recordId) : undefined;
}

function sentence({ mode, recordLabel, recordName }: DialogOutcome): string {
  const text = { new: texts.recordCreated, clone: texts.recordCreated, edit: texts.recordSaved, delete: texts.recordDeleted }[mode];
  return say(text, recordLabel, recordName).trim();
}

function recordUrl(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}

function listUrl(objectApiName: string): string {
  return `/lightning/o/${objectApiName}/list`;
}

function showAddress(address: string): void {
  window.history.replaceState(null, '', address);
}
