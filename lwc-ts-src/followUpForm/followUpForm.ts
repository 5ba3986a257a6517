import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getPicklistValues, type PicklistValuesResult } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { errorText, fieldErrors } from 'c/ldsErrors';
import { FOLLOW_UP_OBJECT, GUIDE_FIELDS } from 'c/pulseSchema';
import { fill, formatList } from 'c/pulseWording';
import { LABELS } from './labels';

/** Record type of objects without record types. */
const MASTER = '012000000000000AAA';

type FormField = 'firstContactAt' | 'rootCause' | 'actionTaken' | 'outcome';

interface Option {
  readonly label: string;
  readonly value: string;
}

/** A field of the form that a message can be put to. */
interface MarkedField extends HTMLElement {
  setCustomValidity?(message: string): void;
  reportValidity?(): boolean;
}

/**
 * Works on a follow-up and resolves it, in place. What the record refuses is said in its own words, at the field that it is about.
 * @fires saved when the record took it, with whether that resolved it
 */
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
    this.mark(known, '');
  }

  contactedNow(): void {
    this.typed = { ...this.typed, firstContactAt: new Date().toISOString() };
    this.problem = '';
    this.mark('firstContactAt', '');
  }

  async save(): Promise<void> {
    if (await this.write({})) this.tell(LABELS.saved, false);
  }

  async resolve(): Promise<void> {
    const missing = this.missing();
    if (missing.length > 0) {
      this.problem = fill(LABELS.needed, formatList(missing.map(({ label }) => label)));
      for (const { field, label } of missing) this.mark(field, fill(LABELS.needed, label));
      if (missing[0]) this.element(missing[0].field)?.focus();
      return;
    }
    if (await this.write({ [GUIDE_FIELDS.status]: 'Resolved' })) this.tell(LABELS.resolved, true);
  }

  private missing(): { readonly field: FormField; readonly label: string }[] {
    const values = [
      { field: 'firstContactAt', label: LABELS.firstContact, value: this.shownFirstContact },
      { field: 'rootCause', label: LABELS.rootCause, value: this.shownRootCause },
      { field: 'actionTaken', label: LABELS.action, value: this.shownAction },
      { field: 'outcome', label: LABELS.outcome, value: this.shownOutcome },
    ] as const;
    return values.filter(({ value }) => value === null || value.trim() === '');
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
      const atFields = fieldErrors(error);
      for (const field of FIELDS) this.mark(field, atFields[GUIDE_FIELDS[field]] ?? '');
      return false;
    } finally {
      this.isSaving = false;
    }
  }

  private written(field: FormField): readonly (readonly [string, string | null])[] {
    const value = this.typed[field];
    return value === undefined ? [] : [[GUIDE_FIELDS[field], value]];
  }

  private mark(name: FormField, message: string): void {
    const field = this.element(name);
    field?.setCustomValidity?.(message);
    field?.reportValidity?.();
  }

  private element(name: FormField): MarkedField | null {
    return this.template?.querySelector<MarkedField>(`[data-field="${name}"]`) ?? null;
  }

  private tell(title: string, isResolved: boolean): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('saved', { detail: { isResolved } }));
  }
}

const FIELDS: readonly FormField[] = ['firstContactAt', 'rootCause', 'actionTaken', 'outcome'];
