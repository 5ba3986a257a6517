import { api, LightningElement } from 'lwc';
import type { Suggestion } from '../../../data/suggestions.ts';
import type { FormFieldModel } from '../../../pages/formTypes.ts';
import { readDoor } from '../../page/doors.ts';
import { say, texts } from '../../page/texts.ts';

interface Choice extends Suggestion {
  readonly key: string;
  readonly className: string;
  readonly ariaSelected: string;
}

/** Milliseconds after the last key before the org is asked. */
const pause = 200;

/** A field that points at another record, found by the beginning of its name. Tells `valuechange` with an id, or null. */
export default class LookupField extends LightningElement {
  @api field: FormFieldModel | undefined;
  @api value: string | null = null;

  texts = texts;
  words = '';
  problem = '';
  found: readonly Suggestion[] | undefined;
  isOpen = false;
  active = -1;
  targetName = '';
  #shownName = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  @api get nameOfValue(): string {
    return this.#shownName;
  }

  set nameOfValue(name: string | undefined) {
    this.#shownName = name ?? '';
    this.words = this.#shownName;
  }

  override connectedCallback(): void {
    this.targetName = this.field?.targets?.[0]?.name ?? '';
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  @api setCustomValidity(message: string): void {
    this.problem = message;
  }

  @api reportValidity(): boolean {
    const isMissing = this.field?.required === true && (this.value === null || this.value === '');
    const isUnchosen = this.words.trim() !== '' && this.words !== this.#shownName;
    if (isUnchosen) this.problem = texts.lookupNothing;
    else if (isMissing) this.problem = texts.fieldRequired;
    return this.problem === '';
  }

  @api focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  get elementClass(): string {
    return this.problem === '' ? 'slds-form-element' : 'slds-form-element slds-has-error';
  }

  get hasTargets(): boolean {
    return (this.field?.targets?.length ?? 0) > 1;
  }

  get targets(): readonly { readonly label: string; readonly value: string }[] {
    return (this.field?.targets ?? []).map(({ name, label }) => ({ label, value: name }));
  }

  get placeholder(): string {
    const target = this.field?.targets?.find(({ name }) => name === this.targetName);
    return say(texts.lookupSearch, target?.label ?? '');
  }

  get removeLabel(): string {
    return say(texts.lookupRemove, this.#shownName);
  }

  get listClass(): string {
    return this.isOpen && this.choices.length > 0 ? 'list' : 'list list_closed';
  }

  get ariaExpanded(): string {
    return String(this.isOpen && this.choices.length > 0);
  }

  get ariaRequired(): string {
    return String(this.field?.required === true);
  }

  get ariaInvalid(): string {
    return String(this.problem !== '');
  }

  get activeId(): string | undefined {
    return this.isOpen ? this.choices[this.active]?.key : undefined;
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

  handleTarget(event: CustomEvent<{ readonly value: string }>): void {
    this.targetName = event.detail.value;
    this.choose(null, '');
    this.focus();
    void this.look();
  }

  handleInput(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    this.problem = '';
    this.active = -1;
    if (this.words.trim() === '' && this.value !== null) this.choose(null, '');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), pause);
  }

  handleFocus(): void {
    if (this.value === null || this.value === '') void this.look();
  }

  /** Words that nobody chose a record for are no value: what was there before comes back. */
  handleFocusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && (event.currentTarget as HTMLElement).contains(event.relatedTarget)) return;
    this.isOpen = false;
    const [only] = this.found ?? [];
    const isMeant =
      only !== undefined && this.found?.length === 1 && only.label.toLocaleLowerCase() === this.words.trim().toLocaleLowerCase();
    if (isMeant && only.id !== this.value) this.choose(only.id, only.label);
  }

  handleKey(event: KeyboardEvent): void {
    const { length } = this.choices;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.isOpen) void this.look();
      if (length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.active === -1 && step === -1 ? length - 1 : (this.active + step + length) % length;
    } else if (event.key === 'Enter' && this.isOpen) {
      event.preventDefault();
      const chosen = this.choices[this.active === -1 ? 0 : this.active];
      if (chosen !== undefined) this.choose(chosen.id, chosen.label);
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
    const chosen = this.choices.find((choice) => choice.id === id);
    if (chosen !== undefined) this.choose(chosen.id, chosen.label);
  }

  handleRemove(): void {
    this.choose(null, '');
    this.focus();
  }

  private choose(id: string | null, name: string): void {
    this.#shownName = name;
    this.words = name;
    this.problem = '';
    this.isOpen = false;
    this.active = -1;
    this.value = id;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: id }));
  }

  private async look(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const words = this.words === this.#shownName ? '' : this.words;
    const found = await readDoor<readonly Suggestion[]>(`lookup/${this.targetName}`, { q: words }).catch(() => []);
    if (turn !== this.#turn) return;
    this.found = found;
    this.isOpen = true;
  }
}
