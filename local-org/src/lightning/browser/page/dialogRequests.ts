import type { RecordDialogModel } from '../../pages/pageSettings.ts';
import type { PageReference } from './pageUrls.ts';
import { pageSettings } from './settings.ts';

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

/**
 * The dialog that a page reference asks for: `new`, `edit`, `clone` and `delete` open over the page that
 * is there, as on the platform. Undefined for every other page, and where there is no shell around.
 */
export function dialogOf({ type, attributes, state = {} }: PageReference): RecordDialogModel | undefined {
  if (!('texts' in pageSettings) || !shellPages.has(pageSettings.page.kind)) return undefined;
  const { objectApiName = '', recordId, actionName } = attributes;
  if (type === 'standard__objectPage' && actionName === 'new') {
    return { mode: 'new', objectApiName, defaults: defaultsOf(state['defaultFieldValues'] ?? '') };
  }
  const mode = recordModes.find((one) => one === actionName);
  if (type !== 'standard__recordPage' || mode === undefined || recordId === undefined || objectApiName === '') return undefined;
  return { mode, objectApiName, recordId };
}

const shellPages: ReadonlySet<string> = new Set(['record', 'app', 'list', 'home', 'search']);
const recordModes = ['edit', 'clone', 'delete'] as const;

/** `Name=Acme%20Inc,Amount=5`, as `encodeDefaultFieldValues` writes it. */
export function defaultsOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.flatMap(([name = '', value]) => (value === undefined ? [] : [[name, decodeURIComponent(value)]])));
}
