import { api, LightningElement } from 'lwc';
import {
  nameQuery,
  type PickedRecord,
  type PickerFilter,
  type PickerInfo,
  pickedRecords,
  type PickerQuestion,
  searchQuery,
} from '../../forms/pickerQuery.ts';
import { askGraphQL } from '../../lds/graphqlStore.ts';
import { say, texts } from '../../page/texts.ts';

interface Choice extends PickedRecord {
  readonly key: string;
  readonly className: string;
  readonly ariaSelected: string;
}

/** Milliseconds after the last key before the org is asked. */
const pause = 250;

/** `lightning-record-picker`: finds a record of an object by what is typed. Tells `change` with `{recordId}`. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api variant: 'standard' | 'label-hidden' | 'label-inline' | 'label-stacked' = 'standard';
  @api placeholder: string | undefined;
  @api objectApiName: string | undefined;
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp: string | undefined;
  @api messageWhenBadInput: string | undefined;
  @api displayInfo: PickerInfo | undefined;
  @api matchingInfo: PickerInfo | undefined;
  @api filter: PickerFilter | undefined;

  texts = texts;
  words = '';
  problem = '';
  found: readonly PickedRecord[] | undefined;
  isOpen = false;
  active = -1;
  #value: string | null = null;
  #chosen: PickedRecord | undefined;
  #custom = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** Id of the record that is chosen. */
  @api get value(): string | null {
    return this.#value;
  }

  set value(value: string | null | undefined) {
    this.#value = value ?? null;
    if (this.#value !== this.#chosen?.id) void this.nameValue();
  }

  @api clearSelection(): void {
    this.set(undefined);
  }

  @api focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  @api blur(): void {
    this.template?.querySelector('input')?.blur();
  }

  @api setCustomValidity(message: string): void {
    this.#custom = message;
  }

  @api checkValidity(): boolean {
    return this.problemNow() === '';
  }

  @api reportValidity(): boolean {
    this.problem = this.problemNow();
    return this.problem === '';
  }

  override connectedCallback(): void {
    this.dispatchEvent(new CustomEvent('ready'));
    if (this.#value !== null && this.#chosen === undefined) void this.nameValue();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  get hasValue(): boolean {
    return this.#value !== null && !this.disabled;
  }

  get elementClass(): string {
    return this.problem === '' ? 'slds-form-element' : 'slds-form-element slds-has-error';
  }

  get labelClass(): string {
    return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  get hint(): string {
    return this.placeholder ?? say(texts.lookupSearch, '').trim();
  }

  get removeLabel(): string {
    return say(texts.lookupRemove, this.words);
  }

  get listClass(): string {
    return this.hasChoices ? 'list' : 'list list_closed';
  }

  get ariaExpanded(): string {
    return String(this.hasChoices);
  }

  get ariaRequired(): string {
    return String(this.required);
  }

  get ariaInvalid(): string {
    return String(this.problem !== '');
  }

  get activeId(): string | undefined {
    return this.hasChoices ? this.choices[this.active]?.key : undefined;
  }

  get nothing(): string | undefined {
    return this.isOpen && this.found?.length === 0 ? texts.lookupNothing : undefined;
  }

  get choices(): readonly Choice[] {
    return (this.found ?? []).map((one, index) => ({
      ...one,
      key: `choice-${one.id}`,
      className: index === this.active ? 'choice choice_active' : 'choice',
      ariaSelected: String(index === this.active),
    }));
  }

  handleInput(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    this.active = -1;
    if (this.words.trim() === '' && this.#value !== null) this.set(undefined);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), pause);
  }

  handleFocus(): void {
    if (this.#value === null) void this.look();
  }

  /** Words that nobody chose a record for are no value. */
  handleFocusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && (event.currentTarget as HTMLElement).contains(event.relatedTarget)) return;
    this.isOpen = false;
    if (this.#value !== null) this.words = this.#chosen?.label ?? '';
    this.reportValidity();
  }

  handleKey(event: KeyboardEvent): void {
    const { length } = this.choices;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.isOpen) void this.look();
      if (length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.active === -1 && step === -1 ? length - 1 : (this.active + step + length) % length;
    } else if (event.key === 'Enter' && this.hasChoices) {
      event.preventDefault();
      this.set(this.found?.[this.active === -1 ? 0 : this.active]);
    } else if (event.key === 'Escape' && this.isOpen) {
      // Only the list closes, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      this.isOpen = false;
    }
  }

  keepFocus(event: Event): void {
    event.preventDefault();
  }

  handleChoose(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.set(this.found?.find((one) => one.id === id));
  }

  handleRemove(): void {
    this.set(undefined);
    this.focus();
  }

  private get hasChoices(): boolean {
    return this.isOpen && this.choices.length > 0;
  }

  private get question(): PickerQuestion {
    const { displayInfo, matchingInfo, filter } = this;
    return { objectApiName: this.objectApiName ?? '', displayInfo, matchingInfo, filter };
  }

  private problemNow(): string {
    if (this.#custom !== '') return this.#custom;
    if (this.#value === null && this.words.trim() !== '') return this.messageWhenBadInput ?? texts.lookupNothing;
    return this.required && this.#value === null ? texts.fieldRequired : '';
  }

  private set(record: PickedRecord | undefined): void {
    this.#chosen = record;
    this.#value = record?.id ?? null;
    this.words = record?.label ?? '';
    this.problem = '';
    this.isOpen = false;
    this.active = -1;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.#value } }));
  }

  private async look(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const found = await this.ask(() => searchQuery(this.question, this.words));
    if (turn !== this.#turn) return;
    this.found = found;
    this.isOpen = true;
  }

  /** What stands in the field for a record that was given. */
  private async nameValue(): Promise<void> {
    const id = this.#value;
    const [named] = id === null ? [] : await this.ask(() => nameQuery(this.question, id));
    if (id !== this.#value) return;
    this.#chosen = named;
    this.words = named?.label ?? '';
  }

  private async ask(
    query: () => { readonly query: string; readonly variables: Record<string, unknown> },
  ): Promise<readonly PickedRecord[]> {
    if (this.objectApiName === undefined) return [];
    try {
      const { data, errors = [] } = await askGraphQL(query());
      if (errors[0] !== undefined) throw new Error(errors[0].message);
      return pickedRecords(this.question, data);
    } catch (error) {
      this.dispatchEvent(new CustomEvent('error', { detail: { error } }));
      return [];
    }
  }
}
