import type { RecordDialogModel } from '../../pages/pageSettings.ts';

const eventName = 'localorg__recorddialog';

/** Opens the dialog that makes, changes or deletes a record, over the page that is there. */
export function openRecordDialog(dialog: RecordDialogModel): void {
  document.dispatchEvent(new CustomEvent(eventName, { detail: dialog }));
}

/** Calls `listener` whenever such a dialog is asked for. Returns the function that stops it. */
export function onRecordDialog(listener: (dialog: RecordDialogModel) => void): () => void {
  const handler = (event: Event): void => listener((event as CustomEvent<RecordDialogModel>).detail);
  document.addEventListener(eventName, handler);
  return () => document.removeEventListener(eventName, handler);
}
