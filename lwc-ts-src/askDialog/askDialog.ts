import { LightningElement, api } from 'lwc';
import { namespacePrefix, RESPONSE_OBJECT } from 'c/pulseSchema';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';

/** Who is asked, or through whose account. */
export type AskedObject = 'Account' | 'Contact';

/** The screens that ask: the same as those of the quick actions. */
const FLOWS: Readonly<Record<AskedObject, string>> = { Account: 'Account_Screen_AskForFeedback', Contact: 'Contact_Screen_AskForFeedback' };

interface Asked {
  readonly flowName: string;
  readonly inputs: readonly { readonly name: string; readonly type: string; readonly value: string }[];
  readonly heading: string;
}

/**
 * Asks a customer for feedback in a dialog over the page.
 * @fires finish when the screens came to their end
 */
export default class AskDialog extends LightningElement {
  labels = LABELS;
  asked: Asked | undefined;

  private isToOpen = false;

  /** Opens the dialog for a contact, or for an account whose contact is then chosen. */
  @api
  open(recordId: string, objectApiName: AskedObject, name: string): void {
    this.asked = {
      flowName: namespacePrefix(RESPONSE_OBJECT) + FLOWS[objectApiName],
      inputs: [{ name: 'recordId', type: 'String', value: recordId }],
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

  changeStatus(event: CustomEvent<{ status: string }>): void {
    if (!event.detail.status.startsWith('FINISHED')) return;
    this.close();
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
