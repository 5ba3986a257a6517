import { api, LightningElement } from 'lwc';
import { outputModel } from '../../forms/fieldModels.ts';
import { type FormContext, joinForm } from '../../forms/formRegistration.ts';
import type { FieldReference } from '../../lds/records.ts';
import type { ShownField } from '../../page/shownFields.ts';

/** `lightning-output-field`: the value of one field in the record form around it, with its label. */
export default class OutputField extends LightningElement {
  @api fieldName: FieldReference | undefined;
  @api variant: 'standard' | 'label-hidden' = 'standard';
  @api fieldClass = '';

  context: FormContext | undefined;
  #leave: () => void = () => undefined;

  override connectedCallback(): void {
    const nothing = (): void => undefined;
    this.#leave = joinForm(this, {
      name: this.name,
      writes: false,
      givenValue: undefined,
      show: (context) => {
        this.context = context;
      },
      refuse: nothing,
      reportValidity: () => true,
      focus: nothing,
    });
  }

  override disconnectedCallback(): void {
    this.#leave();
  }

  get name(): string {
    return typeof this.fieldName === 'object' ? this.fieldName.fieldApiName : (this.fieldName?.split('.').at(-1) ?? '');
  }

  get shown(): ShownField | undefined {
    const info = this.context?.info.fields[this.name];
    return info === undefined ? undefined : outputModel(info, this.context?.record);
  }

  get labelClass(): string {
    return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  get controlClass(): string {
    return `slds-form-element__control ${this.fieldClass}`;
  }
}
