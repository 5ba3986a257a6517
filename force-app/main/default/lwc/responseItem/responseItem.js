// Generated from lwc-ts-src/responseItem/responseItem.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { shortened } from './shortened';
import { LABELS } from './labels';
/** A comment longer than this is cut, with a button that shows the rest in place. */
const COMMENT_LENGTH = 240;
const FOLLOW_UP_ICONS = {
    open: 'utility:clock',
    overdue: 'utility:warning',
    resolved: 'utility:check',
};
/** One answer in the response history. */
export default class ResponseItem extends NavigationMixin(LightningElement) {
    /** The answer to show. */
    @api
    get answer() {
        return this.row;
    }
    set answer(row) {
        this.row = row;
        if (this.isConnected)
            this.makeLinks();
    }
    /** Marks the answer whose own page this is. */
    @api
    isThisRecord = false;
    /** Puts the focus on the link to the answer. */
    @api
    focus() {
        this.template?.querySelector('[data-link="answer"]')?.focus();
    }
    labels = LABELS;
    answerUrl = '';
    followUpUrl = '';
    isExpanded = false;
    row;
    connectedCallback() {
        this.makeLinks();
    }
    get rowClass() {
        return this.row?.setAside ? 'row set-aside' : 'row';
    }
    get comment() {
        const whole = this.row?.comment ?? '';
        return this.isExpanded ? whole : shortened(whole, COMMENT_LENGTH);
    }
    get isLong() {
        const whole = this.row?.comment ?? '';
        return shortened(whole, COMMENT_LENGTH) !== whole;
    }
    get expandLabel() {
        return this.isExpanded ? LABELS.showLess : LABELS.showMore;
    }
    /** `aria-expanded` takes the words true and false. */
    get expanded() {
        return String(this.isExpanded);
    }
    get hasReasons() {
        return (this.row?.reasons.length ?? 0) > 0;
    }
    get followUpIcon() {
        return FOLLOW_UP_ICONS[this.row?.followUp?.state ?? 'open'];
    }
    get followUpClass() {
        return this.row?.followUp?.state === 'overdue' ? 'follow-up overdue' : 'follow-up';
    }
    toggleComment() {
        this.isExpanded = !this.isExpanded;
    }
    openAnswer(event) {
        this.open(event, this.row?.id);
    }
    openFollowUp(event) {
        this.open(event, this.row?.followUp?.id);
    }
    open(event, recordId) {
        if (!recordId || opensElsewhere(event))
            return;
        event.preventDefault();
        this[NavigationMixin.Navigate](recordPage(recordId));
    }
    makeLinks() {
        void this.linkTo(this.row?.id).then((url) => {
            this.answerUrl = url;
        });
        void this.linkTo(this.row?.followUp?.id).then((url) => {
            this.followUpUrl = url;
        });
    }
    async linkTo(recordId) {
        return recordId ? this[NavigationMixin.GenerateUrl](recordPage(recordId)) : '';
    }
}
function recordPage(recordId) {
    return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
/** A click with a key held asks the browser for a new tab or window: then the link itself does the work. */
function opensElsewhere(event) {
    return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
}
