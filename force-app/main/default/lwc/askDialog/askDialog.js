// Generated from lwc-ts-src/askDialog/askDialog.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';
/**
 * Asks a customer for feedback in a dialog over the page.
 * @fires finish when the customer is asked
 */
export default class AskDialog extends LightningElement {
    labels = LABELS;
    asked;
    isToOpen = false;
    /** Opens the dialog for a contact, or for an account whose contact is then chosen. */
    @api
    open(recordId, objectApiName, name) {
        this.asked = {
            recordId,
            objectApiName,
            heading: fill(LABELS.askFor, name),
        };
        this.isToOpen = true;
    }
    renderedCallback() {
        const dialog = this.dialog;
        if (!this.isToOpen || !dialog)
            return;
        this.isToOpen = false;
        if (!dialog.open)
            dialog.showModal();
    }
    finish() {
        this.dispatchEvent(new CustomEvent('finish'));
    }
    close() {
        this.dialog?.close();
    }
    /** The browser gives the focus back to what opened the dialog; the screens begin anew the next time. */
    forget() {
        this.asked = undefined;
    }
    get dialog() {
        return this.template?.querySelector('dialog');
    }
}
