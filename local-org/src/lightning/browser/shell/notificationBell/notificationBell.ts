import { LightningElement } from 'lwc';
import type { Bell, BellNotification } from '../../../data/notifications.ts';
import { readDoor, tellDoor } from '../../page/doors.ts';
import { Layer } from '../../page/layers.ts';
import { pageSettings } from '../../page/settings.ts';
import { numberText, say, sayCount, texts } from '../../page/texts.ts';

interface ShownNotification extends BellNotification {
  readonly unread: boolean;
  readonly className: string;
}

/** Milliseconds between two quiet looks for new notifications. */
const interval = 60_000;
const mostInBadge = 99;

/** The bell: custom notifications of the user, how many are unread, and where each leads. */
export default class NotificationBell extends LightningElement {
  texts = texts;
  unread = pageSettings.unread;
  bell: Bell | undefined;
  isOpen = false;
  problem: string | undefined;
  announcement = '';
  #timer: ReturnType<typeof setInterval> | undefined;
  #layer: Layer | undefined;
  #takesFocus = false;

  override connectedCallback(): void {
    this.#layer = new Layer(this.template?.host ?? document.body, (giveFocusBack) => this.close(giveFocusBack));
    this.#timer = setInterval(() => void this.look(), interval);
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer);
    this.#layer?.close();
  }

  override renderedCallback(): void {
    if (!this.#takesFocus) return;
    this.#takesFocus = false;
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  get buttonText(): string {
    return this.unread === 0 ? texts.notifications : sayCount('notificationsUnread', this.unread);
  }

  get badge(): string {
    return this.unread > mostInBadge ? `${numberText(mostInBadge)}+` : numberText(this.unread);
  }

  get isLoading(): boolean {
    return this.bell === undefined && this.problem === undefined;
  }

  get isEmpty(): boolean {
    return this.bell?.notifications.length === 0;
  }

  get shown(): readonly ShownNotification[] {
    return (this.bell?.notifications ?? []).map((one) => ({
      ...one,
      unread: !one.read,
      className: one.read ? 'item item_read' : 'item',
    }));
  }

  toggle(): void {
    if (this.isOpen) {
      this.#layer?.close();
      this.close(true);
      return;
    }
    this.isOpen = true;
    this.#takesFocus = true;
    this.#layer?.open();
    void this.read();
  }

  async markAllRead(): Promise<void> {
    this.take(await tellDoor<Bell>('notifications/read', {}));
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  /** The mark must be there before the page is left. */
  async handleOpen(event: Event): Promise<void> {
    const link = event.currentTarget as HTMLAnchorElement;
    const click = event as MouseEvent;
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    event.preventDefault();
    await this.mark(link).catch(() => undefined);
    window.location.assign(link.href);
  }

  async handleRead(event: Event): Promise<void> {
    await this.mark(event.currentTarget as HTMLElement);
  }

  private async mark(element: HTMLElement): Promise<void> {
    this.take(await tellDoor<Bell>('notifications/read', { id: Number(element.dataset['id']) }));
  }

  private async read(): Promise<void> {
    try {
      this.problem = undefined;
      this.take(await readDoor<Bell>('notifications'));
    } catch {
      this.problem = texts.readFailed;
    }
  }

  /** While nobody sees the page there is nobody to tell. */
  private async look(): Promise<void> {
    if (document.hidden) return;
    const before = this.unread;
    // A lost connection is not worth a word: the next look comes.
    const bell = await readDoor<Bell>('notifications').catch(() => undefined);
    if (bell === undefined) return;
    this.take(bell);
    const newest = bell.notifications.find(({ read }) => !read);
    if (bell.unread > before && newest !== undefined) this.announcement = say(texts.notificationNew, newest.title);
  }

  private take(bell: Bell): void {
    this.bell = bell;
    this.unread = bell.unread;
  }

  private close(giveFocusBack: boolean): void {
    this.isOpen = false;
    if (giveFocusBack) this.template?.querySelector<HTMLElement>('.open')?.focus();
  }
}
