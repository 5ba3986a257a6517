// Generated from lwc-ts-src/followUpEntry/followUpEntry.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { FOLLOW_UP_OBJECT } from 'c/pulseSchema';
import { fill, formatWhole } from 'c/pulseWording';
import { stepsOf } from './entryView';
import { LABELS } from './labels';
/**
 * One open follow-up; it opens into the form that works on it and resolves it.
 * @fires saved when something was saved, with the name of the follow-up and whether it is resolved
 */
export default class FollowUpEntry extends LightningElement {
    @api
    entry;
    labels = LABELS;
    /** Fetched when somebody works on the follow-up. */
    form;
    /** Asked only then: most people read. */
    askedObject;
    objectInfo = {};
    @wire(getObjectInfo, { objectApiName: '$askedObject' })
    wiredObjectInfo(result) {
        this.objectInfo = result;
    }
    get steps() {
        return this.entry ? stepsOf(this.entry) : [];
    }
    get stepsText() {
        const { steps } = this;
        return fill(LABELS.steps, formatWhole(steps.filter(({ isDone }) => isDone).length), formatWhole(steps.length));
    }
    get linkText() {
        return fill(LABELS.followUp, this.entry?.name ?? '');
    }
    get deadlineIcon() {
        return this.entry?.isOverdue ? 'utility:warning' : 'utility:clock';
    }
    get deadlineClass() {
        return this.entry?.isOverdue ? 'overdue' : '';
    }
    get expanded() {
        return this.form ? 'true' : 'false';
    }
    get workLabel() {
        return this.form ? LABELS.fold : LABELS.work;
    }
    /** The form is drawn once it is known what the person may do. */
    get isKnown() {
        return this.form !== undefined && (this.objectInfo.data ?? this.objectInfo.error) !== undefined;
    }
    get canEdit() {
        return this.objectInfo.data?.updateable === true;
    }
    get recordTypeId() {
        return this.objectInfo.data?.defaultRecordTypeId;
    }
    async toggle() {
        this.askedObject = FOLLOW_UP_OBJECT;
        this.form = this.form ? undefined : (await import('c/followUpForm')).default;
    }
    saved(event) {
        const { isResolved } = event.detail;
        if (isResolved)
            this.form = undefined;
        this.dispatchEvent(new CustomEvent('saved', { detail: { name: this.entry?.name, isResolved } }));
    }
}
