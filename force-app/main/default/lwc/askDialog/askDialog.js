// Generated from lwc-ts-src/askDialog/askDialog.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { namespacePrefix, RESPONSE_OBJECT } from 'c/pulseSchema';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';
/** The screens that ask: the same as those of the quick actions. */
const FLOWS = { Account: 'Account_Screen_AskForFeedback', Contact: 'Contact_Screen_AskForFeedback' };
/**
 * Asks a customer for feedback in a dialog over the page.
 * @fires finish when the screens came to their end
 */
export default class AskDialog extends LightningElement {
    labels = LABELS;
    asked;
    isToOpen = false;
    /** Opens the dialog for a contact, or for an account whose contact is then chosen. */
    @api
    open(recordId, objectApiName, name) {
        this.asked = {
            flowName: namespacePrefix(RESPONSE_OBJECT) + FLOWS[objectApiName],
            inputs: [{ name: 'recordId', type: 'String', value: recordId }],
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
    changeStatus(event) {
        if (!event.detail.status.startsWith('FINISHED'))
            return;
        this.close();
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
