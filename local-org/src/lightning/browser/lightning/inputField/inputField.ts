import { api, LightningElement } from 'lwc';
import type { FormFieldModel } from '../../../pages/formTypes.ts';
import { inputModel, outputModel, parentName, valueOf } from '../../forms/fieldModels.ts';
import { type FormContext, joinForm } from '../../forms/formRegistration.ts';
import type { FieldReference } from '../../lds/records.ts';
import type { FormValue } from '../../page/formValues.ts';
import type { ShownField } from '../../page/shownFields.ts';

interface FieldElement extends HTMLElement {
  showProblem(message: string): boolean;
  reportValidity(): boolean;
}

/** `lightning-input-field`: one field of the `lightning-record-edit-form` around it. */
export default class InputField extends LightningElement {
  @api variant: 'standard' | 'label-hidden' | 'label-inline' | 'label-stacked' = 'standard';
  @api disabled = false;
  @api readOnly = false;
  @api required = false;
  @api fieldName: FieldReference | undefined;

  context: FormContext | undefined;
  given: FormValue | undefined;
  #leave: () => void = () => undefined;

  /** Takes the place of the record's value. */
  @api get value(): FormValue {
    return this.current;
  }

  set value(value: FormValue | undefined) {
    this.given = value;
    if (this.context !== undefined && value !== undefined) this.tell(value);
  }

  /** Puts the record's own value back. */
  @api reset(): void {
    this.tell(this.given ?? valueOf(this.context?.record, this.name));
  }

  @api reportValidity(): boolean {
    return this.element?.reportValidity() ?? true;
  }

  @api focus(): void {
    this.element?.focus();
  }

  override connectedCallback(): void {
    this.#leave = joinForm(this, {
      name: this.name,
      writes: true,
      givenValue: this.given,
      show: (context) => {
        this.context = context;
      },
      refuse: (message) => void this.element?.showProblem(message),
      reportValidity: () => this.reportValidity(),
      focus: () => this.focus(),
    });
  }

  override disconnectedCallback(): void {
    this.#leave();
  }

  get name(): string {
    return typeof this.fieldName === 'object' ? this.fieldName.fieldApiName : (this.fieldName?.split('.').at(-1) ?? '');
  }

  get current(): FormValue {
    const held = this.context?.values[this.name];
    return held === undefined ? (this.given ?? valueOf(this.context?.record, this.name)) : held;
  }

  get field(): FormFieldModel | undefined {
    const info = this.context?.info.fields[this.name];
    if (info === undefined || this.context === undefined) return undefined;
    const model = inputModel(info, this.context.picklists);
    return { ...model, required: model.required || this.required };
  }

  /** What may not be written is shown. */
  get isWritable(): boolean {
    const info = this.context?.info.fields[this.name];
    const may = this.context?.record === undefined ? info?.createable : info?.updateable;
    return may === true && !this.readOnly && !this.disabled;
  }

  get shown(): ShownField | undefined {
    const info = this.context?.info.fields[this.name];
    return info === undefined ? undefined : outputModel(info, this.context?.record);
  }

  get nameOfValue(): string | undefined {
    const info = this.context?.info.fields[this.name];
    const isOwn = this.current === valueOf(this.context?.record, this.name);
    return info === undefined || !isOwn ? undefined : parentName(info, this.context?.record);
  }

  get controllingValue(): FormValue {
    const name = this.field?.controllingField;
    if (name === undefined) return null;
    const held = this.context?.values[name];
    return held === undefined ? valueOf(this.context?.record, name) : held;
  }

  handleChange(event: CustomEvent<{ readonly value: FormValue }>): void {
    event.stopPropagation();
    this.tell(event.detail.value);
    this.dispatchEvent(new CustomEvent('change', { detail: { value: event.detail.value } }));
  }

  private tell(value: FormValue): void {
    this.dispatchEvent(new CustomEvent('privatefieldvalue', { bubbles: true, composed: true, detail: { name: this.name, value } }));
  }

  private get element(): FieldElement | null | undefined {
    return this.template?.querySelector<FieldElement>('.field');
  }
}
