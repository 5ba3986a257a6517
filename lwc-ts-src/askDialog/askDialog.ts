import { LightningElement, api } from 'lwc';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';

/** Who is asked, or through whose account. */
export type AskedObject = 'Account' | 'Contact';

interface Asked {
  readonly recordId: string;
  readonly objectApiName: AskedObject;
  readonly heading: string;
}

/**
 * Asks a customer for feedback in a dialog over the page.
 * @fires finish when the customer is asked
 */
export default class AskDialog extends LightningElement {
  labels = LABELS;
  asked: Asked | undefined;

  private isToOpen = false;

  /** Opens the dialog for a contact, or for an account whose contact is then chosen. */
  @api
  open(recordId: string, objectApiName: AskedObject, name: string): void {
    this.asked = {
      recordId,
      objectApiName,
      heading: fill(LABELS.askFor, name),
    };
    this.isToOpen = true;
  }

  override renderedCallback(): void {
    const dialog = this.dialog;
    if (!this.isToOpen || !dialog) return;
    this.isToOpen = false;
    if (!dialog.open) dialog.showModal();
  }

  finish(): void {
    this.dispatchEvent(new CustomEvent('finish'));
  }

  close(): void {
    this.dialog?.close();
  }

  /** The browser gives the focus back to what opened the dialog; the screens begin anew the next time. */
  forget(): void {
    this.asked = undefined;
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.template?.querySelector<HTMLDialogElement>('dialog');
  }
}
