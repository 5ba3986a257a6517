import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord } from 'lightning/uiRecordApi';
import { errorText, fieldErrors } from 'c/ldsErrors';
import { OVERRIDE_INPUT, OVERRIDE_OBJECT } from 'c/pulseSchema';
import { CHANGES, LABELS } from './labels';

/** What is done to an answer; a value of `PulseOverride__c.Kind__c`. */
export type ChangeKind = keyof typeof CHANGES;

interface ReasonField extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/**
 * Changes one answer by an override, which keeps who did it and why. What the org refuses is said in its own words, at the field
 * where it belongs to the reason.
 * @fires changed when the answer is changed
 * @fires cancel when the person thinks better of it
 */
export default class AnswerChange extends LightningElement {
  @api answerId: string | undefined;
  @api kind: ChangeKind = 'Exclude';

  labels = LABELS;
  why = '';
  isSaving = false;
  /** What the org refused, where it is not about the reason. */
  problem = '';

  private wantsFocus = true;

  get words(): (typeof CHANGES)[ChangeKind] {
    return CHANGES[this.kind];
  }

  override renderedCallback(): void {
    if (!this.wantsFocus) return;
    this.wantsFocus = false;
    this.field?.focus();
  }

  type(event: CustomEvent<{ value: string }>): void {
    this.why = event.detail.value;
    this.problem = '';
    this.field?.setCustomValidity('');
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSaving || this.answerId === undefined) return;
    if (this.why.trim() === '') {
      this.sayAtField(LABELS.whyNeeded);
      return;
    }
    await this.write(this.answerId);
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.cancel();
  }

  private get field(): ReasonField | null {
    return this.template?.querySelector<ReasonField>('lightning-textarea') ?? null;
  }

  private async write(answerId: string): Promise<void> {
    this.isSaving = true;
    try {
      const { response, kind, why } = OVERRIDE_INPUT;
      await createRecord({ apiName: OVERRIDE_OBJECT, fields: { [response]: answerId, [kind]: this.kind, [why]: this.why.trim() } });
      this.dispatchEvent(new ShowToastEvent({ title: this.words.done, variant: 'success' }));
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (error) {
      this.tell(error);
    } finally {
      this.isSaving = false;
    }
  }

  private tell(error: unknown): void {
    const atField = fieldErrors(error)[OVERRIDE_INPUT.why];
    if (atField === undefined) this.problem = errorText(error) || LABELS.failed;
    else this.sayAtField(atField);
  }

  private sayAtField(message: string): void {
    this.field?.setCustomValidity(message);
    this.field?.reportValidity();
    this.field?.focus();
  }
}
