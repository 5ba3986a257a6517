import { LightningElement } from 'lwc';
import type { Suggestion } from '../../../data/suggestions.ts';
import { readDoor } from '../../page/doors.ts';
import { isTyping } from '../../page/isTyping.ts';
import { pageSettings } from '../../page/settings.ts';
import { say, sayCount, texts } from '../../page/texts.ts';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly icon: string;
  readonly url: string;
  readonly className: string;
  readonly ariaSelected: string;
}

/** Milliseconds after the last key before the org is asked. */
const pause = 200;
/** Letters below which nothing is suggested. */
const shortest = 2;

/** The search at the top: suggestions while one types, all results with Enter. The key `/` leads to it. */
export default class GlobalSearch extends LightningElement {
  texts = texts;
  words = pageSettings.page.kind === 'search' ? pageSettings.page.term : '';
  found: readonly Suggestion[] = [];
  isOpen = false;
  /** On phones the field comes when it is asked for. */
  isUnfolded = false;
  active = -1;
  announcement = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  override connectedCallback(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    clearTimeout(this.#timer);
  }

  get formClass(): string {
    return this.isUnfolded ? 'form_open' : 'form_folded';
  }

  get listClass(): string {
    return this.isOpen ? 'list' : 'list list_closed';
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  get activeId(): string | undefined {
    return this.isOpen ? this.choices[this.active]?.key : undefined;
  }

  /** The search itself, then the records whose names fit. */
  get choices(): readonly Choice[] {
    if (this.words.trim().length < shortest) return [];
    const search = {
      id: 'all',
      label: say(texts.searchFor, this.words.trim()),
      note: '',
      icon: 'utility:search',
      url: searchUrl(this.words),
    };
    return [search, ...this.found].map(({ id, label, note, icon, url }, index) => ({
      key: `choice-${id}`,
      label,
      note,
      icon,
      url,
      className: index === this.active ? 'choice choice_active' : 'choice',
      ariaSelected: String(index === this.active),
    }));
  }

  unfold(): void {
    this.isUnfolded = true;
    // The field can take the focus once it is drawn.
    requestAnimationFrame(() => this.input?.focus());
  }

  handleInput(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    this.active = -1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.suggest(), pause);
  }

  handleFocus(): void {
    this.isOpen = this.choices.length > 0;
  }

  handleFocusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && (event.currentTarget as HTMLElement).contains(event.relatedTarget)) return;
    this.isOpen = false;
    this.isUnfolded = false;
  }

  handleKey(event: KeyboardEvent): void {
    const { length } = this.choices;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (length === 0) return;
      this.isOpen = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.active === -1 && step === -1 ? length - 1 : (this.active + step + length) % length;
    } else if (event.key === 'Escape') {
      if (this.isOpen) event.preventDefault();
      this.isOpen = false;
      this.active = -1;
    }
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const chosen = this.isOpen ? this.choices[this.active] : undefined;
    if (chosen !== undefined) window.location.assign(chosen.url);
    else if (this.words.trim() !== '') window.location.assign(searchUrl(this.words));
  }

  /** The field keeps the focus while a choice is clicked. */
  keepFocus(event: Event): void {
    event.preventDefault();
  }

  handleClick(event: Event): void {
    window.location.assign((event.currentTarget as HTMLElement).dataset['url'] ?? '#');
  }

  private get input(): HTMLInputElement | null | undefined {
    return this.template?.querySelector('input');
  }

  private async suggest(): Promise<void> {
    this.#asking?.abort();
    const words = this.words.trim();
    if (words.length < shortest) {
      this.found = [];
      this.isOpen = false;
      return;
    }
    this.#asking = new AbortController();
    try {
      this.found = await readDoor<readonly Suggestion[]>('suggestions', { q: words }, this.#asking.signal);
    } catch {
      // Suggestions are a help: without them Enter still searches.
      this.found = [];
    }
    if (words !== this.words.trim()) return;
    this.isOpen = true;
    this.announcement = sayCount('searchSuggestionCount', this.found.length);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    this.unfold();
  };
}

function searchUrl(words: string): string {
  return `/lightning/search?${new URLSearchParams({ q: words.trim() }).toString()}`;
}
