// Generated from lwc-ts-src/responseItem/responseItem.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { OVERRIDE_OBJECT } from 'c/pulseSchema';
import { fill } from 'c/pulseWording';
import { shortened } from './shortened';
import { LABELS } from './labels';
/** A comment longer than this is cut, with a button that shows the rest in place. */
const COMMENT_LENGTH = 240;
const FOLLOW_UP_ICONS = {
    open: 'utility:clock',
    overdue: 'utility:warning',
    resolved: 'utility:check',
};
/** What can be done to an answer of each status. */
const CHANGES = {
    Accepted: { kind: 'Exclude', label: LABELS.exclude },
    Excluded: { kind: 'Include', label: LABELS.include },
    Quarantined: { kind: 'Release', label: LABELS.release },
};
/**
 * One answer in the response history.
 * @fires answerchanged when the person excluded, included or released it
 */
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
    /** The change whose form is open. */
    changing;
    /** Asked only when somebody opens the menu: most people read. */
    askedObject;
    row;
    overrideInfo = {};
    @wire(getObjectInfo, { objectApiName: '$askedObject' })
    wiredOverrideInfo(result) {
        this.overrideInfo = result;
    }
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
    get actionsLabel() {
        return fill(LABELS.actions, this.row?.name ?? '');
    }
    /** Whether the person may make overrides is not known yet. */
    get isAsking() {
        return this.askedObject !== undefined && this.overrideInfo.data === undefined && this.overrideInfo.error === undefined;
    }
    /** What the person may do to the answer; nothing while that is not known. */
    get change() {
        return this.overrideInfo.data?.createable === true ? CHANGES[this.row?.status ?? ''] : undefined;
    }
    openMenu() {
        this.askedObject = OVERRIDE_OBJECT;
    }
    act(event) {
        const { value } = event.detail;
        if (value === 'answer')
            this.visit(this.row?.id);
        else if (value === 'followUp')
            this.visit(this.row?.followUp?.id);
        else
            this.changing = this.change?.kind;
    }
    /** The focus goes back to where the change was chosen. */
    endChange() {
        this.changing = undefined;
        this.template?.querySelector('lightning-button-menu')?.focus();
    }
    changed() {
        this.endChange();
        this.dispatchEvent(new CustomEvent('answerchanged', { bubbles: true, composed: true, detail: { answerId: this.row?.id } }));
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
        this.visit(recordId);
    }
    visit(recordId) {
        if (recordId)
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
