import { api, LightningElement } from 'lwc';
import { fieldChange } from '../../flow/flowEvents.ts';
import { plainText } from '../../flow/screenValues.ts';
import type { DrawnInput } from '../../flow/standardInputs.ts';
import type { WireValue } from '../../../../flow/screens/screenModel.ts';
import { texts } from '../../page/texts.ts';

/** What all base components for input have. */
interface Control extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

const inputTypes: Readonly<Partial<Record<DrawnInput['control'], string>>> = {
  password: 'password',
  number: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  email: 'email',
  phone: 'tel',
  url: 'url',
  checkbox: 'checkbox',
  toggle: 'toggle',
};

/** One field of a screen, drawn by the base component for its kind. */
export default class FlowInput extends LightningElement {
  texts = texts;
  @api field: DrawnInput | undefined;

  #shownError: string | undefined;

  override renderedCallback(): void {
    const error = this.field?.error;
    if (error === this.#shownError) return;
    this.#shownError = error;
    this.say(error ?? '');
  }

  get isRadio(): boolean {
    return this.is('radio');
  }

  get isDropdown(): boolean {
    return this.is('dropdown');
  }

  get isMultiple(): boolean {
    return this.is('checkboxes', 'multipicklist');
  }

  get isTextArea(): boolean {
    return this.is('textarea');
  }

  get isSlider(): boolean {
    return this.is('slider');
  }

  get isCheckbox(): boolean {
    return this.is('checkbox', 'toggle');
  }

  get isLocked(): boolean {
    return this.field?.disabled === true || this.field?.readOnly === true;
  }

  get isChecked(): boolean {
    return this.field?.value === true;
  }

  get textValue(): string {
    const value = this.field?.value;
    return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
  }

  get listValue(): readonly WireValue[] {
    const value = this.field?.value;
    return isList(value) ? value : [];
  }

  /** Where nothing must be chosen, what was chosen can be taken back. */
  get dropdownOptions(): readonly { readonly value: string; readonly label: string }[] {
    const options = this.field?.options ?? [];
    return this.field?.required === true ? options : [{ value: '', label: texts.none }, ...options];
  }

  get inputType(): string {
    return inputTypes[this.field?.control ?? 'text'] ?? 'text';
  }

  get formatter(): string | undefined {
    return this.is('currency') ? 'currency' : undefined;
  }

  /** Digits after the point that may be given. */
  get step(): string | undefined {
    if (!this.is('number', 'currency', 'percent')) return undefined;
    const scale = this.field?.scale;
    return scale === undefined ? 'any' : String(10 ** -scale);
  }

  handleValue(event: CustomEvent<{ readonly value: WireValue }>): void {
    this.tell(event.detail.value);
  }

  handleNumber(event: CustomEvent<{ readonly value: WireValue }>): void {
    this.tell(Number(event.detail.value));
  }

  handleChecked(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.tell(event.detail.checked);
  }

  /** Shows what is wrong, and whether anything is. */
  @api reportValidity(): boolean {
    const control = this.control;
    if (control === undefined || this.isSlider) return true;
    const valid = control.reportValidity();
    const isFirst = document.activeElement === null || !isInvalidField(document.activeElement);
    if (!valid && isFirst) control.focus();
    return valid;
  }

  private get control(): Control | undefined {
    return this.template?.querySelector<Control>('.control') ?? undefined;
  }

  private is(...controls: readonly DrawnInput['control'][]): boolean {
    return this.field !== undefined && controls.includes(this.field.control);
  }

  private tell(value: WireValue): void {
    // What the server said was about the value before.
    this.say('');
    this.dispatchEvent(fieldChange(this.field?.name ?? '', value));
  }

  private say(error: string): void {
    const control = this.control;
    if (control === undefined || this.isSlider) return;
    control.setCustomValidity(plainText(error));
    if (error !== '') control.reportValidity();
  }
}

/** The focus stays in the first field that is wrong. */
function isInvalidField(element: Element): boolean {
  return element.getAttribute('aria-invalid') === 'true';
}

function isList(value: WireValue | undefined): value is readonly WireValue[] {
  return Array.isArray(value);
}
