import { LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { CardState } from 'c/cardFrame';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { fill, formatWhole } from 'c/pulseWording';
import type { MarkEvent, StateEvent, Step, StepRecord } from 'c/setupStep';
import { isOpen, progressOf, type Progress, type StepStates } from './progress';
import { STEP_OBJECT, STEP_RECORDS_QUERY, stepRecords, tickFields, type StepRecordsData } from './stepRecords';
import { GROUPS, STEPS } from './steps';
import { LABELS } from './labels';

interface ShownStep extends Step {
  readonly record: StepRecord | undefined;
  /** Hidden steps stay on the page: each looks for itself. */
  readonly className: string;
}

interface ShownGroup {
  readonly key: string;
  readonly heading: string;
  readonly count: string;
  readonly className: string;
  readonly steps: readonly ShownStep[];
}

const SAVED: Readonly<Record<StepRecord['status'], string>> = {
  Done: LABELS.savedDone,
  Missing: LABELS.savedMissing,
  NotNeeded: LABELS.savedNotNeeded,
};

/** The guided setup: what is done, what is missing, and the next step. */
export default class PulseSetup extends LightningElement {
  labels = LABELS;
  showsOnlyOpen = false;

  private objectInfo: ObjectInfoResult = {};
  private records: Readonly<Record<string, StepRecord>> | undefined;
  private recordsError: unknown;
  private states: StepStates = {};
  private refreshRecords: (() => Promise<void>) | undefined;

  /** Who may not see the steps may not set up; who may not change them looks on. */
  @wire(getObjectInfo, { objectApiName: STEP_OBJECT })
  wiredObjectInfo(result: ObjectInfoResult): void {
    this.objectInfo = result;
  }

  @wire(graphql, { query: '$recordsQuery' })
  wiredRecords({ data, errors, refresh }: GraphQLResult<StepRecordsData>): void {
    this.refreshRecords = refresh;
    this.recordsError = errors?.length ? errors : undefined;
    if (data) this.records = stepRecords(data);
  }

  get recordsQuery(): GraphQLDocument | undefined {
    if (!this.objectInfo.data) return undefined;
    return gql`
      ${STEP_RECORDS_QUERY}
    `;
  }

  get state(): CardState {
    if (isNoAccess(this.objectInfo.error)) return 'noAccess';
    if (this.error !== undefined) return 'error';
    return this.records === undefined ? 'loading' : 'ready';
  }

  get stateTitle(): string | undefined {
    if (this.state === 'error') return LABELS.errorTitle;
    return this.state === 'noAccess' ? LABELS.noAccessTitle : undefined;
  }

  get stateText(): string | undefined {
    if (this.state === 'error') return errorText(this.error);
    return this.state === 'noAccess' ? LABELS.noAccessText : undefined;
  }

  get isReady(): boolean {
    return this.state === 'ready';
  }

  get canMark(): boolean {
    const { data } = this.objectInfo;
    return data !== undefined && data.createable && data.updateable;
  }

  get groups(): readonly ShownGroup[] {
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

  get progressText(): string {
    return fill(LABELS.progress, formatWhole(this.progress.done), formatWhole(this.progress.all));
  }

  get percent(): number {
    return Math.round((this.progress.done / this.progress.all) * 100);
  }

  get isChecking(): boolean {
    return this.progress.checking > 0;
  }

  get nextText(): string {
    const { next } = this.progress;
    return next && !this.isChecking ? fill(LABELS.next, next.title) : '';
  }

  get isAllDone(): boolean {
    return !this.isChecking && this.progress.next === undefined;
  }

  get isFilteredEmpty(): boolean {
    return this.showsOnlyOpen && this.progress.done === this.progress.all;
  }

  noteState({ detail }: StateEvent): void {
    this.states = { ...this.states, [detail.key]: detail.state };
  }

  async keepMark({ detail }: MarkEvent): Promise<void> {
    const step = STEPS.find(({ key }) => key === detail.key);
    if (!step) return;
    try {
      await this.save(step, detail.status);
      this.dispatchEvent(new ShowToastEvent({ title: fill(SAVED[detail.status], step.title), variant: 'success' }));
      await this.refreshRecords?.();
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: LABELS.saveFailed, message: errorText(error), variant: 'error' }));
    }
  }

  filter(event: CustomEvent<{ checked: boolean }>): void {
    this.showsOnlyOpen = event.detail.checked;
  }

  showNext(): void {
    const { next } = this.progress;
    if (next)
      this.stepElements()
        .find(({ step }) => step?.key === next.key)
        ?.reveal();
  }

  async retry(): Promise<void> {
    this.recordsError = undefined;
    await this.refreshRecords?.();
  }

  async checkAgain(): Promise<void> {
    await Promise.all([this.refreshRecords?.(), ...this.stepElements().map(async (element) => element.check())]);
  }

  private get progress(): Progress {
    return progressOf(STEPS, this.states);
  }

  private get error(): unknown {
    return this.objectInfo.error ?? this.recordsError;
  }

  private isHidden(step: Step): boolean {
    return this.showsOnlyOpen && !isOpen(step, this.states);
  }

  private async save(step: Step, status: StepRecord['status']): Promise<void> {
    const known = this.records?.[step.key];
    const fields = tickFields(step.key, step.title, status, new Date());
    if (known) await updateRecord({ fields: { Id: known.id, ...fields } });
    else await createRecord({ apiName: STEP_OBJECT, fields });
  }

  private stepElements(): StepElement[] {
    return [...(this.template?.querySelectorAll<StepElement>('c-setup-step') ?? [])];
  }
}

interface StepElement extends HTMLElement {
  readonly step: Step | undefined;
  check(): Promise<void>;
  reveal(): void;
}
