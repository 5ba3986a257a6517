// Generated from lwc-ts-src/answerChange/answerChange.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord } from 'lightning/uiRecordApi';
import { errorText, fieldErrors } from 'c/ldsErrors';
import { OVERRIDE_INPUT, OVERRIDE_OBJECT } from 'c/pulseSchema';
import { CHANGES, LABELS } from './labels';
/**
 * Changes one answer by an override, which keeps who did it and why. What the org refuses is said in its own words, at the field
 * where it belongs to the reason.
 * @fires changed when the answer is changed
 * @fires cancel when the person thinks better of it
 */
export default class AnswerChange extends LightningElement {
    @api
    answerId;
    @api
    kind = 'Exclude';
    labels = LABELS;
    why = '';
    isSaving = false;
    /** What the org refused, where it is not about the reason. */
    problem = '';
    wantsFocus = true;
    get words() {
        return CHANGES[this.kind];
    }
    renderedCallback() {
        if (!this.wantsFocus)
            return;
        this.wantsFocus = false;
        this.field?.focus();
    }
    type(event) {
        this.why = event.detail.value;
        this.problem = '';
        this.field?.setCustomValidity('');
    }
    async save(event) {
        event.preventDefault();
        if (this.isSaving || this.answerId === undefined)
            return;
        if (this.why.trim() === '') {
            this.sayAtField(LABELS.whyNeeded);
            return;
        }
        await this.write(this.answerId);
    }
    cancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    closeByKey(event) {
        if (event.key !== 'Escape')
            return;
        event.stopPropagation();
        this.cancel();
    }
    get field() {
        return this.template?.querySelector('lightning-textarea') ?? null;
    }
    async write(answerId) {
        this.isSaving = true;
        try {
            const { response, kind, why } = OVERRIDE_INPUT;
            await createRecord({ apiName: OVERRIDE_OBJECT, fields: { [response]: answerId, [kind]: this.kind, [why]: this.why.trim() } });
            this.dispatchEvent(new ShowToastEvent({ title: this.words.done, variant: 'success' }));
            this.dispatchEvent(new CustomEvent('changed'));
        }
        catch (error) {
            this.tell(error);
        }
        finally {
            this.isSaving = false;
        }
    }
    tell(error) {
        const atField = fieldErrors(error)[OVERRIDE_INPUT.why];
        if (atField === undefined)
            this.problem = errorText(error) || LABELS.failed;
        else
            this.sayAtField(atField);
    }
    sayAtField(message) {
        this.field?.setCustomValidity(message);
        this.field?.reportValidity();
        this.field?.focus();
    }
}
