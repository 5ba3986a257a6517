import { api, LightningElement } from 'lwc';
import type { FormFieldModel } from '../../../pages/formTypes.ts';
import type { FormValue } from '../../page/formValues.ts';
import { texts } from '../../page/texts.ts';

/** A base component that takes a value. */
interface Control extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

const inputTypes: Readonly<Partial<Record<FormFieldModel['type'], string>>> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

/** One field of a form in the control that its type asks for. Tells `fieldchange` with `{name, value}`. */
export default class FormField extends LightningElement {
  @api field: FormFieldModel | undefined;
  @api value: FormValue = null;
  /** Name of the record that a lookup points at. */
  @api nameOfValue: string | undefined;
  /** Value of the field on which the choices depend. */
  @api controllingValue: FormValue = null;

  texts = texts;

  @api get name(): string {
    return this.field?.name ?? '';
  }

  /** Shows what the org says against the value; an empty text takes it away. Gives whether all is well. */
  @api showProblem(message: string): boolean {
    const control = this.control;
    control?.setCustomValidity(message);
    return control?.reportValidity() ?? true;
  }

  /** Shows what is wrong with the value itself. */
  @api reportValidity(): boolean {
    return this.control?.reportValidity() ?? true;
  }

  @api focus(): void {
    this.control?.focus();
  }

  get isLookup(): boolean {
    return this.field?.type === 'reference';
  }

  get isPicklist(): boolean {
    return this.field?.type === 'picklist';
  }

  get isMultiple(): boolean {
    return this.field?.type === 'multipicklist';
  }

  get isTextArea(): boolean {
    return this.field?.type === 'textarea' || this.field?.type === 'longtextarea';
  }

  get isCheckbox(): boolean {
    return this.field?.type === 'boolean';
  }

  get isNumber(): boolean {
    return ['int', 'double', 'currency', 'percent'].includes(this.field?.type ?? '');
  }

  get step(): string {
    const scale = this.field?.type === 'int' ? 0 : (this.field?.scale ?? 0);
    return scale === 0 ? '1' : `0.${'0'.repeat(scale - 1)}1`;
  }

  get inputType(): string {
    return inputTypes[this.field?.type ?? 'string'] ?? 'text';
  }

  get textValue(): string {
    return this.value === null ? '' : String(this.value);
  }

  get listValue(): readonly string[] {
    return this.textValue === '' ? [] : this.textValue.split(';');
  }

  get options(): readonly { readonly label: string; readonly value: string }[] {
    const { choices = [], controllingField, required, type } = this.field ?? {};
    const controller = String(this.controllingValue ?? '');
    const open = choices.filter(({ validFor }) => controllingField === undefined || validFor?.includes(controller) === true);
    // A value that is no choice any more is still what the record holds.
    const gone = type === 'picklist' && this.textValue !== '' && !choices.some(({ value }) => value === this.textValue);
    const kept = gone ? [{ label: this.textValue, value: this.textValue }] : [];
    const none = type === 'picklist' && required !== true ? [{ label: texts.none, value: '' }] : [];
    return [...none, ...open.map(({ label, value }) => ({ label, value })), ...kept];
  }

  handleValue(event: CustomEvent<{ readonly value: string }>): void {
    this.tell(event.detail.value === '' ? null : event.detail.value);
  }

  handleNumber(event: CustomEvent<{ readonly value: string }>): void {
    const { value } = event.detail;
    this.tell(value === '' ? null : Number(value));
  }

  handleList(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.tell(event.detail.value.length === 0 ? null : event.detail.value.join(';'));
  }

  handleChecked(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.tell(event.detail.checked);
  }

  handleLookup(event: CustomEvent<string | null>): void {
    this.tell(event.detail);
  }

  private tell(value: FormValue): void {
    this.control?.setCustomValidity('');
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { name: this.name, value } }));
  }

  private get control(): Control | null | undefined {
    return this.template?.querySelector<Control>('.control');
  }
}
