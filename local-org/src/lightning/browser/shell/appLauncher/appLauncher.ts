import { api, LightningElement } from 'lwc';
import type { Launcher } from '../../../data/launcher.ts';
import { readDoor } from '../../page/doors.ts';
import { say, texts } from '../../page/texts.ts';

type App = Launcher['apps'][number] & { readonly initials: string; readonly ariaCurrent: string | null };

/** The apps and all pages that the user may open, to be searched. */
export default class AppLauncher extends LightningElement {
  @api appLabel = '';

  texts = texts;
  isOpen = false;
  problem: string | undefined;
  launcher: Launcher | undefined;
  search = '';
  #isShown = false;

  override renderedCallback(): void {
    const dialog = this.template?.querySelector('dialog');
    if (!dialog || this.#isShown) return;
    this.#isShown = true;
    dialog.showModal();
    this.template?.querySelector('input')?.focus();
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  get isLoading(): boolean {
    return this.launcher === undefined && this.problem === undefined;
  }

  get apps(): readonly App[] {
    return (this.launcher?.apps ?? [])
      .filter(({ label, description }) => this.matches(`${label} ${description}`))
      .map((app) => ({ ...app, initials: initialsOf(app.label), ariaCurrent: app.current ? 'true' : null }));
  }

  get items(): Launcher['items'] {
    return (this.launcher?.items ?? []).filter(({ label }) => this.matches(label));
  }

  get nothing(): string {
    const isEmpty = this.launcher !== undefined && this.apps.length + this.items.length === 0;
    return isEmpty ? say(texts.launcherNothing, this.search) : '';
  }

  async open(): Promise<void> {
    this.isOpen = true;
    this.search = '';
    this.problem = undefined;
    if (this.launcher !== undefined) return;
    try {
      this.launcher = await readDoor<Launcher>('launcher');
    } catch {
      this.problem = texts.readFailed;
    }
  }

  close(): void {
    this.template?.querySelector('dialog')?.close();
  }

  handleClosed(): void {
    this.isOpen = false;
    this.#isShown = false;
    this.template?.querySelector<HTMLElement>('.open')?.focus();
  }

  /** A click beside the dialog lands on the dialog itself. */
  handleBackdrop(event: Event): void {
    if (event.target === event.currentTarget) this.close();
  }

  handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  /** Enter opens the first of what is left. */
  handleKey(event: KeyboardEvent): void {
    const [first] = [...this.apps.filter(({ current }) => !current), ...this.items];
    if (event.key === 'Enter' && this.search.trim() !== '' && first !== undefined) window.location.assign(first.url);
  }

  private matches(text: string): boolean {
    const words = this.search.toLocaleLowerCase().split(/\s+/u);
    return words.every((word) => text.toLocaleLowerCase().includes(word));
  }
}

function initialsOf(label: string): string {
  const words = label.split(/\s+/u).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
