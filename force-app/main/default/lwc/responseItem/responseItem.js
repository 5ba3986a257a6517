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
    answer;
    /** Marks the answer whose own page this is. */
    @api
    isThisRecord = false;
    /** Puts the focus on the answer as a whole. */
    @api
    focus() {
        this.template?.querySelector('article')?.focus();
    }
    labels = LABELS;
    changeForm;
    isExpanded = false;
    /** The change whose form is open. */
    changing;
    /** Asked only when somebody opens the menu: most people read. */
    askedObject;
    overrideInfo = {};
    opensMenu = false;
    @wire(getObjectInfo, { objectApiName: '$askedObject' })
    wiredOverrideInfo(result) {
        this.overrideInfo = result;
    }
    get rowClass() {
        return this.answer?.setAside ? 'row set-aside' : 'row';
    }
    get comment() {
        const whole = this.answer?.comment ?? '';
        return this.isExpanded ? whole : shortened(whole, COMMENT_LENGTH);
    }
    get isLong() {
        const whole = this.answer?.comment ?? '';
        return shortened(whole, COMMENT_LENGTH) !== whole;
    }
    get expandLabel() {
        return this.isExpanded ? LABELS.showLess : LABELS.showMore;
    }
    /** `aria-expanded` takes the words true and false. */
    get expanded() {
        return String(this.isExpanded);
    }
    get answerText() {
        return fill(LABELS.answerLink, this.answer?.name ?? '');
    }
    get followUpText() {
        return fill(LABELS.followUp, this.answer?.followUp?.name ?? '');
    }
    get setAsideText() {
        return fill(LABELS.notCounted, this.answer?.setAside ?? '');
    }
    get hasReasons() {
        return (this.answer?.reasons.length ?? 0) > 0;
    }
    get followUpIcon() {
        return FOLLOW_UP_ICONS[this.answer?.followUp?.state ?? 'open'];
    }
    get followUpClass() {
        return this.answer?.followUp?.state === 'overdue' ? 'follow-up overdue' : 'follow-up';
    }
    get actionsLabel() {
        return fill(LABELS.actions, this.answer?.name ?? '');
    }
    /** Whether the person may make overrides is not known yet. */
    get isAsking() {
        return this.askedObject !== undefined && this.overrideInfo.data === undefined && this.overrideInfo.error === undefined;
    }
    /** What the person may do to the answer; nothing while that is not known. */
    get change() {
        return this.overrideInfo.data?.createable === true ? CHANGES[this.answer?.status ?? ''] : undefined;
    }
    /** A menu costs more to draw than all the rest of an answer, so it comes when somebody wants it. */
    get hasMenu() {
        return this.askedObject !== undefined;
    }
    openMenu() {
        this.askedObject = OVERRIDE_OBJECT;
        this.opensMenu = true;
    }
    renderedCallback() {
        if (!this.opensMenu)
            return;
        this.opensMenu = false;
        const menu = this.menu;
        menu?.focus();
        menu?.click();
    }
    async act(event) {
        const { value } = event.detail;
        if (value === 'answer')
            this.visit(this.answer?.id);
        else if (value === 'followUp')
            this.visit(this.answer?.followUp?.id);
        else
            await this.openChange();
    }
    /** The focus goes back to where the change was chosen. */
    endChange() {
        this.changeForm = undefined;
        this.menu?.focus();
    }
    changed() {
        this.endChange();
        this.dispatchEvent(new CustomEvent('answerchanged', { bubbles: true, composed: true, detail: { answerId: this.answer?.id } }));
    }
    toggleComment() {
        this.isExpanded = !this.isExpanded;
    }
    get menu() {
        return this.template?.querySelector('lightning-button-menu');
    }
    async openChange() {
        this.changing = this.change?.kind;
        this.changeForm = (await import('c/answerChange')).default;
    }
    visit(recordId) {
        if (recordId)
            this[NavigationMixin.Navigate](recordPage(recordId));
    }
}
function recordPage(recordId) {
    return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
