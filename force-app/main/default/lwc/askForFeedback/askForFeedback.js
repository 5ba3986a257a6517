// Generated from lwc-ts-src/askForFeedback/askForFeedback.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Pulse_Ask_Title';
import { CloseActionScreenEvent } from 'lightning/actions';
import { RefreshEvent } from 'lightning/refresh';
/** The quick action "Ask for feedback" of contacts and accounts. */
export default class AskForFeedback extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    heading = heading;
    hasAsked = false;
    asked() {
        this.hasAsked = true;
    }
    /** The page behind shows the invitation only when it reads anew. */
    close() {
        if (this.hasAsked)
            this.dispatchEvent(new RefreshEvent());
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
