// Generated from lwc-ts-src/followUpForm/followUpForm.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { errorText, fieldErrors } from 'c/ldsErrors';
import { FOLLOW_UP_OBJECT, GUIDE_FIELDS } from 'c/pulseSchema';
import { fill, formatList } from 'c/pulseWording';
import { LABELS } from './labels';
/** Record type of objects without record types. */
const MASTER = '012000000000000AAA';
/**
 * Works on a follow-up and resolves it, in place. What the record refuses is said in its own words, at the field that it is about.
 * @fires saved when the record took it, with whether that resolved it
 */
export default class FollowUpForm extends LightningElement {
    @api
    recordId;
    @api
    recordTypeId;
    @api
    firstContactAt = null;
    @api
    rootCause = null;
    @api
    actionTaken = null;
    @api
    outcome = null;
    /** Whether the user may change follow-ups. */
    @api
    canEdit = false;
    labels = LABELS;
    rootCauses = [];
    outcomes = [];
    isSaving = false;
    /** What the record refused, or what is missing. */
    problem = '';
    typed = {};
    @wire(getPicklistValues, { recordTypeId: '$recordType', fieldApiName: `${FOLLOW_UP_OBJECT}.${GUIDE_FIELDS.rootCause}` })
    wiredRootCauses({ data }) {
        if (data)
            this.rootCauses = data.values.map(({ label, value }) => ({ label, value }));
    }
    @wire(getPicklistValues, { recordTypeId: '$recordType', fieldApiName: `${FOLLOW_UP_OBJECT}.${GUIDE_FIELDS.outcome}` })
    wiredOutcomes({ data }) {
        if (data)
            this.outcomes = data.values.map(({ label, value }) => ({ label, value }));
    }
    get recordType() {
        return this.recordTypeId ?? MASTER;
    }
    get shownFirstContact() {
        return this.current('firstContactAt', this.firstContactAt);
    }
    get shownRootCause() {
        return this.current('rootCause', this.rootCause);
    }
    get shownAction() {
        return this.current('actionTaken', this.actionTaken);
    }
    get shownOutcome() {
        return this.current('outcome', this.outcome);
    }
    get isUnchanged() {
        return this.isSaving || Object.keys(this.typed).length === 0;
    }
    type(event) {
        const field = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['field'] : undefined;
        const known = FIELDS.find((candidate) => candidate === field);
        if (!known)
            return;
        const { value } = event.detail;
        this.typed = { ...this.typed, [known]: value === '' ? null : value };
        this.problem = '';
        this.mark(known, '');
    }
    contactedNow() {
        this.typed = { ...this.typed, firstContactAt: new Date().toISOString() };
        this.problem = '';
        this.mark('firstContactAt', '');
    }
    async save() {
        if (await this.write({}))
            this.tell(LABELS.saved, false);
    }
    async resolve() {
        const missing = this.missing();
        if (missing.length > 0) {
            this.problem = fill(LABELS.needed, formatList(missing.map(({ label }) => label)));
            for (const { field, label } of missing)
                this.mark(field, fill(LABELS.needed, label));
            if (missing[0])
                this.element(missing[0].field)?.focus();
            return;
        }
        if (await this.write({ [GUIDE_FIELDS.status]: 'Resolved' }))
            this.tell(LABELS.resolved, true);
    }
    missing() {
        const values = [
            { field: 'firstContactAt', label: LABELS.firstContact, value: this.shownFirstContact },
            { field: 'rootCause', label: LABELS.rootCause, value: this.shownRootCause },
            { field: 'actionTaken', label: LABELS.action, value: this.shownAction },
            { field: 'outcome', label: LABELS.outcome, value: this.shownOutcome },
        ];
        return values.filter(({ value }) => value === null || value.trim() === '');
    }
    current(field, stored) {
        const typed = this.typed[field];
        return typed === undefined ? stored : typed;
    }
    /** @returns whether the record took it */
    async write(more) {
        if (this.recordId === undefined)
            return false;
        this.isSaving = true;
        const typed = Object.fromEntries(FIELDS.flatMap((field) => this.written(field)));
        try {
            await updateRecord({ fields: { Id: this.recordId, ...typed, ...more } });
            this.typed = {};
            this.problem = '';
            return true;
        }
        catch (error) {
            this.problem = errorText(error) || LABELS.saveFailed;
            const atFields = fieldErrors(error);
            for (const field of FIELDS)
                this.mark(field, atFields[GUIDE_FIELDS[field]] ?? '');
            return false;
        }
        finally {
            this.isSaving = false;
        }
    }
    written(field) {
        const value = this.typed[field];
        return value === undefined ? [] : [[GUIDE_FIELDS[field], value]];
    }
    mark(name, message) {
        const field = this.element(name);
        field?.setCustomValidity?.(message);
        field?.reportValidity?.();
    }
    element(name) {
        return this.template?.querySelector(`[data-field="${name}"]`) ?? null;
    }
    tell(title, isResolved) {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        this.dispatchEvent(new CustomEvent('saved', { detail: { isResolved } }));
    }
}
const FIELDS = ['firstContactAt', 'rootCause', 'actionTaken', 'outcome'];
