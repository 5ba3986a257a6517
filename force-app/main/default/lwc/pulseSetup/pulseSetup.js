// Generated from lwc-ts-src/pulseSetup/pulseSetup.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { fill, formatWhole } from 'c/pulseWording';
import { isOpen, progressOf } from './progress';
import { STEP_OBJECT, STEP_RECORDS_QUERY, stepRecords, tickFields } from './stepRecords';
import { GROUPS, STEPS } from './steps';
import { LABELS } from './labels';
const SAVED = {
    Done: LABELS.savedDone,
    Missing: LABELS.savedMissing,
    NotNeeded: LABELS.savedNotNeeded,
};
/** The guided setup: what is done, what is missing, and the next step. */
export default class PulseSetup extends LightningElement {
    labels = LABELS;
    showsOnlyOpen = false;
    objectInfo = {};
    records;
    recordsError;
    states = {};
    refreshRecords;
    /** Who may not see the steps may not set up; who may not change them looks on. */
    @wire(getObjectInfo, { objectApiName: STEP_OBJECT })
    wiredObjectInfo(result) {
        this.objectInfo = result;
    }
    @wire(graphql, { query: '$recordsQuery' })
    wiredRecords({ data, errors, refresh }) {
        this.refreshRecords = refresh;
        this.recordsError = errors?.length ? errors : undefined;
        if (data)
            this.records = stepRecords(data);
    }
    get recordsQuery() {
        if (!this.objectInfo.data)
            return undefined;
        return gql `
      ${STEP_RECORDS_QUERY}
    `;
    }
    get state() {
        if (isNoAccess(this.objectInfo.error))
            return 'noAccess';
        if (this.error !== undefined)
            return 'error';
        return this.records === undefined ? 'loading' : 'ready';
    }
    get stateTitle() {
        if (this.state === 'error')
            return LABELS.errorTitle;
        return this.state === 'noAccess' ? LABELS.noAccessTitle : undefined;
    }
    get stateText() {
        if (this.state === 'error')
            return errorText(this.error);
        return this.state === 'noAccess' ? LABELS.noAccessText : undefined;
    }
    get isReady() {
        return this.state === 'ready';
    }
    get canMark() {
        const { data } = this.objectInfo;
        return data !== undefined && data.createable && data.updateable;
    }
    get groups() {
        return GROUPS.map(({ key, heading, steps }) => {
            const { done, all } = progressOf(steps, this.states);
            const shown = steps.map((step) => ({
                ...step,
                record: this.records?.[step.key],
                className: this.isHidden(step) ? 'slds-hide' : 'slds-border_top',
            }));
            return {
                key,
                heading,
                count: fill(LABELS.groupDone, formatWhole(done), formatWhole(all)),
                className: steps.every((step) => this.isHidden(step)) ? 'slds-hide' : 'group',
                steps: shown,
            };
        });
    }
    get progressText() {
        return fill(LABELS.progress, formatWhole(this.progress.done), formatWhole(this.progress.all));
    }
    get percent() {
        return Math.round((this.progress.done / this.progress.all) * 100);
    }
    get isChecking() {
        return this.progress.checking > 0;
    }
    get nextText() {
        const { next } = this.progress;
        return next && !this.isChecking ? fill(LABELS.next, next.title) : '';
    }
    get isAllDone() {
        return !this.isChecking && this.progress.next === undefined;
    }
    get isFilteredEmpty() {
        return this.showsOnlyOpen && this.progress.done === this.progress.all;
    }
    noteState({ detail }) {
        this.states = { ...this.states, [detail.key]: detail.state };
    }
    async keepMark({ detail }) {
        const step = STEPS.find(({ key }) => key === detail.key);
        if (!step)
            return;
        try {
            await this.save(step, detail.status);
            this.dispatchEvent(new ShowToastEvent({ title: fill(SAVED[detail.status], step.title), variant: 'success' }));
            await this.refreshRecords?.();
        }
        catch (error) {
            this.dispatchEvent(new ShowToastEvent({ title: LABELS.saveFailed, message: errorText(error), variant: 'error' }));
        }
    }
    filter(event) {
        this.showsOnlyOpen = event.detail.checked;
    }
    showNext() {
        const { next } = this.progress;
        if (next)
            this.stepElements()
                .find(({ step }) => step?.key === next.key)
                ?.reveal();
    }
    async retry() {
        this.recordsError = undefined;
        await this.refreshRecords?.();
    }
    async checkAgain() {
        await Promise.all([this.refreshRecords?.(), ...this.stepElements().map(async (element) => element.check())]);
    }
    get progress() {
        return progressOf(STEPS, this.states);
    }
    get error() {
        return this.objectInfo.error ?? this.recordsError;
    }
    isHidden(step) {
        return this.showsOnlyOpen && !isOpen(step, this.states);
    }
    async save(step, status) {
        const known = this.records?.[step.key];
        const fields = tickFields(step.key, step.title, status, new Date());
        if (known)
            await updateRecord({ fields: { Id: known.id, ...fields } });
        else
            await createRecord({ apiName: STEP_OBJECT, fields });
    }
    stepElements() {
        return [...(this.template?.querySelectorAll('c-setup-step') ?? [])];
    }
}
