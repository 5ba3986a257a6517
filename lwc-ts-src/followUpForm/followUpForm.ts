import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getPicklistValues, type PicklistValuesResult } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { errorText } from 'c/ldsErrors';
import { FOLLOW_UP_OBJECT, GUIDE_FIELDS } from 'c/pulseSchema';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';

/** Record type of objects without record types. */
const MASTER = '012000000000000AAA';

type FormField = 'firstContactAt' | 'rootCause' | 'actionTaken' | 'outcome';

interface Option {
  readonly label: string;
  readonly value: string;
}

/** Works on a follow-up and resolves it, in place. What the record refuses is said in its own words. */
export default class FollowUpForm extends LightningElement {
  @api recordId: string | undefined;
  @api recordTypeId: string | null | undefined;
  @api firstContactAt: string | null = null;
  @api rootCause: string | null = null;
  @api actionTaken: string | null = null;
  @api outcome: string | null = null;
  /** Whether the user may change follow-ups. */
  @api canEdit = false;

  labels = LABELS;
  rootCauses: readonly Option[] = [];
  outcomes: readonly Option[] = [];
  isSaving = false;
  /** What the record refused, or what is missing. */
  problem = '';

  private typed: Partial<Record<FormField, string | null>> = {};

  @wire(getPicklistValues, { recordTypeId: '$recordType', fieldApiName: `${FOLLOW_UP_OBJECT}.${GUIDE_FIELDS.rootCause}` })
  wiredRootCauses({ data }: PicklistValuesResult): void {
    if (data) this.rootCauses = data.values.map(({ label, value }) => ({ label, value }));
  }

  @wire(getPicklistValues, { recordTypeId: '$recordType', fieldApiName: `${FOLLOW_UP_OBJECT}.${GUIDE_FIELDS.outcome}` })
  wiredOutcomes({ data }: PicklistValuesResult): void {
    if (data) this.outcomes = data.values.map(({ label, value }) => ({ label, value }));
  }

  get recordType(): string {
    return this.recordTypeId ?? MASTER;
  }

  get shownFirstContact(): string | null {
    return this.current('firstContactAt', this.firstContactAt);
  }

  get shownRootCause(): string | null {
    return this.current('rootCause', this.rootCause);
  }

  get shownAction(): string | null {
    return this.current('actionTaken', this.actionTaken);
  }

  get shownOutcome(): string | null {
    return this.current('outcome', this.outcome);
  }

  get isUnchanged(): boolean {
    return this.isSaving || Object.keys(this.typed).length === 0;
  }

  type(event: CustomEvent<{ value: string }>): void {
    const field = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['field'] : undefined;
    const known = FIELDS.find((candidate) => candidate === field);
    if (!known) return;
    const { value } = event.detail;
    this.typed = { ...this.typed, [known]: value === '' ? null : value };
    this.problem = '';
  }

  contactedNow(): void {
    this.typed = { ...this.typed, firstContactAt: new Date().toISOString() };
    this.problem = '';
  }

  async save(): Promise<void> {
    if (await this.write({})) this.toast(LABELS.saved);
  }

  async resolve(): Promise<void> {
    const missing = this.missing();
    if (missing.length > 0) {
      this.problem = fill(LABELS.needed, missing.join(', '));
      return;
    }
    if (await this.write({ [GUIDE_FIELDS.status]: 'Resolved' })) this.toast(LABELS.resolved);
  }

  private missing(): string[] {
    const values: readonly (readonly [string, string | null])[] = [
      [LABELS.firstContact, this.shownFirstContact],
      [LABELS.rootCause, this.shownRootCause],
      [LABELS.action, this.shownAction],
      [LABELS.outcome, this.shownOutcome],
    ];
    return values.filter(([, value]) => value === null || value.trim() === '').map(([label]) => label);
  }

  private current(field: FormField, stored: string | null): string | null {
    const typed = this.typed[field];
    return typed === undefined ? stored : typed;
  }

  /** @returns whether the record took it */
  private async write(more: Readonly<Record<string, string>>): Promise<boolean> {
    if (this.recordId === undefined) return false;
    this.isSaving = true;
    const typed = Object.fromEntries(FIELDS.flatMap((field) => this.written(field)));
    try {
      await updateRecord({ fields: { Id: this.recordId, ...typed, ...more } });
      this.typed = {};
      this.problem = '';
      return true;
    } catch (error) {
      this.problem = errorText(error) || LABELS.saveFailed;
      return false;
    } finally {
      this.isSaving = false;
    }
  }

  private written(field: FormField): readonly (readonly [string, string | null])[] {
    const value = this.typed[field];
    return value === undefined ? [] : [[GUIDE_FIELDS[field], value]];
  }

  private toast(title: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }
}

const FIELDS: readonly FormField[] = ['firstContactAt', 'rootCause', 'actionTaken', 'outcome'];
