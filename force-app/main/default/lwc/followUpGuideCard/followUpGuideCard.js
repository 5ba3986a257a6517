// Generated from lwc-ts-src/followUpGuideCard/followUpGuideCard.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { deadlineOf } from 'c/followUpDeadline';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { bandLook, ratingBand } from 'c/pulseBands';
import { FOLLOW_UP_OBJECT, GUIDE_FIELDS, guideFields } from 'c/pulseSchema';
import { fill, formatWhole } from 'c/pulseWording';
import ratingWords from '@salesforce/label/c.Pulse_Rating_Words';
import { readFollowUp } from './followUp';
import { neededItems } from './needed';
import { LABELS } from './labels';
const KINDS = {
    Answer: LABELS.kindAnswer,
    PulseLow: LABELS.kindPulseLow,
    PulseFalling: LABELS.kindPulseFalling,
    Problem: LABELS.kindProblem,
};
const DEADLINE_ICONS = {
    open: 'utility:clock',
    overdue: 'utility:warning',
    inTime: 'utility:success',
    late: 'utility:warning',
};
/** What to do about a follow-up, by when, and what is missing to resolve it; on the follow-up's own page. */
export default class FollowUpGuideCard extends LightningElement {
    @api
    recordId;
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    labels = LABELS;
    /** What was typed; undefined until somebody types. */
    typedText;
    isSavingText = false;
    /** Fetched when somebody works on the follow-up. */
    form;
    result = {};
    objectInfo = {};
    /** Only what the user may read comes back; one hidden field never fails the rest. */
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    wiredRecord(result) {
        this.result = result;
    }
    @wire(getObjectInfo, { objectApiName: FOLLOW_UP_OBJECT })
    wiredObjectInfo(result) {
        this.objectInfo = result;
    }
    get fields() {
        return guideFields();
    }
    get heading() {
        return this.cardTitle || LABELS.cardTitle;
    }
    get state() {
        const { data, error } = this.result;
        if (isNoAccess(error) || (data !== undefined && this.followUp === undefined))
            return 'noAccess';
        if (error !== undefined)
            return 'error';
        return data === undefined ? 'loading' : 'ready';
    }
    get stateTitle() {
        if (this.state === 'error')
            return LABELS.errorTitle;
        return this.state === 'noAccess' ? LABELS.noAccessTitle : undefined;
    }
    get stateText() {
        return this.state === 'error' ? errorText(this.result.error) : undefined;
    }
    /** The room that it will take, so that nothing below moves when it comes. */
    get bodyHeight() {
        return this.state === 'loading' || this.state === 'ready' ? '44rem' : '24rem';
    }
    get followUp() {
        return this.result.data && readFollowUp(this.result.data);
    }
    /** What the follow-up is about. */
    get links() {
        const { answer, account, contact, problem } = this.followUp ?? {};
        return [
            link(answer, answer && fill(LABELS.openAnswer, answer.name)),
            link(account, account?.name || LABELS.openAccount),
            link(contact, contact?.name || LABELS.openContact),
            link(problem, problem && fill(LABELS.openProblem, problem.name)),
        ].filter((candidate) => candidate !== undefined);
    }
    get kind() {
        return KINDS[this.followUp?.kind ?? ''] ?? '';
    }
    get deadline() {
        return this.followUp && deadlineOf(this.followUp.moments, Date.now());
    }
    get deadlineIcon() {
        return DEADLINE_ICONS[this.deadline?.urgency ?? 'open'];
    }
    get deadlineClass() {
        return `deadline ${this.deadline?.urgency ?? 'open'}`;
    }
    get rating() {
        const rating = this.followUp?.answer?.rating ?? null;
        if (rating === null)
            return undefined;
        const band = ratingBand(rating);
        return { band, text: fill(ratingWords, formatWhole(rating), bandLook(band)?.ratingMeaning ?? '') };
    }
    get hasAnswer() {
        return this.followUp?.answer !== undefined;
    }
    get comment() {
        return this.followUp?.answer?.comment ?? '';
    }
    /** Why no comment is shown; empty when one is. */
    get noComment() {
        const comment = this.followUp?.answer?.comment;
        if (comment === undefined)
            return LABELS.noComment;
        return comment === '' ? LABELS.without : '';
    }
    get themeText() {
        return this.followUp?.theme ? fill(LABELS.theme, this.followUp.theme) : '';
    }
    /** Why nothing is suggested. */
    get noSuggestion() {
        return this.followUp?.theme ? LABELS.noSuggestion : LABELS.noTheme;
    }
    get personalText() {
        return this.typedText ?? this.followUp?.personalText ?? '';
    }
    get canEdit() {
        return this.objectInfo.data?.updateable === true;
    }
    /** Until it is known whether the text may be changed, the room of field and button is kept. */
    get personalClass() {
        return this.objectInfo.data === undefined && this.objectInfo.error === undefined ? 'pending' : '';
    }
    get canEditText() {
        return this.canEdit && this.objectInfo.data?.fields[GUIDE_FIELDS.personalText]?.updateable === true;
    }
    get cannotEditText() {
        return !this.canEditText;
    }
    get isTextUnchanged() {
        return this.isSavingText || this.typedText === undefined || this.typedText === this.followUp?.personalText;
    }
    get needed() {
        return this.followUp ? neededItems(this.followUp) : [];
    }
    get isResolved() {
        return this.followUp?.moments.isResolved === true;
    }
    get neededTitle() {
        if (this.isResolved)
            return LABELS.resolvedTitle;
        return this.needed.every(({ isThere }) => isThere) ? LABELS.completeTitle : LABELS.missingTitle;
    }
    get canWork() {
        return this.followUp !== undefined && !this.isResolved && this.objectInfo.data !== undefined;
    }
    get isFormClosed() {
        return this.form === undefined;
    }
    get recordTypeId() {
        return this.objectInfo.data?.defaultRecordTypeId;
    }
    async work() {
        this.form = (await import('c/followUpForm')).default;
    }
    typeText(event) {
        this.typedText = event.detail.value;
    }
    async saveText() {
        if (this.recordId === undefined || this.typedText === undefined)
            return;
        this.isSavingText = true;
        try {
            await updateRecord({ fields: { Id: this.recordId, [GUIDE_FIELDS.personalText]: this.typedText } });
            this.typedText = undefined;
            this.dispatchEvent(new ShowToastEvent({ title: LABELS.personalSaved, variant: 'success' }));
        }
        catch (error) {
            this.dispatchEvent(new ShowToastEvent({ title: LABELS.saveFailed, message: errorText(error), variant: 'error' }));
        }
        finally {
            this.isSavingText = false;
        }
    }
    async retry() {
        this.result = {};
        if (this.recordId !== undefined)
            await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    }
}
function link(record, label) {
    return record && label !== undefined ? { id: record.id, label } : undefined;
}
