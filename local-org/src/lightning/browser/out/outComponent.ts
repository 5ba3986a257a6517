import { ourMessage, plainCopy, type OutsideMessage } from './messages.ts';

const patience = 30_000;

/** A frame for a page of the org. */
export function frameFor(address: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = title;
  frame.referrerPolicy = 'no-referrer';
  frame.style.cssText = 'display: block; inline-size: 100%; block-size: 12rem; border: 0; color-scheme: normal;';
  return frame;
}

/** Makes `<c-feedback-panel>` an element of the page, once. */
export function defineComponent(name: string, org: string): void {
  if (customElements.get(name) !== undefined) return;
  customElements.define(
    name,
    class extends OutComponent {
      constructor() {
        super(name, org);
      }
    },
  );
}

/**
 * Stands for a component of the org: its attributes become the component's properties, and
 * events cross in both directions. What it shows lives in a frame that the page cannot read.
 */
class OutComponent extends HTMLElement {
  readonly #name: string;
  readonly #org: string;
  readonly #root: ShadowRoot;
  readonly #heard = new Set<string>();
  readonly #changes = new MutationObserver(() => this.#sendProperties());
  readonly #listener = (event: MessageEvent): void => this.#take(event);
  #frame: HTMLIFrameElement | undefined;
  #timer: number | undefined;
  #isLoaded = false;

  constructor(name: string, org: string) {
    super();
    this.#name = name;
    this.#org = org;
    this.#root = this.attachShadow({ mode: 'closed' });
  }

  connectedCallback(): void {
    this.style.display ||= 'block';
    window.addEventListener('message', this.#listener);
    const query = new URLSearchParams({ name: this.#name, host: window.location.origin });
    this.#frame = frameFor(`${this.#org}/lightning/out/component?${query.toString()}`, this.title === '' ? this.#name : this.title);
    this.#root.replaceChildren(this.#frame);
    this.#changes.observe(this, { attributes: true });
    this.#timer = window.setTimeout(() => this.#fail('The component did not answer.'), patience);
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#listener);
    window.clearTimeout(this.#timer);
    this.#changes.disconnect();
    this.#root.replaceChildren();
    this.#isLoaded = false;
  }

  /** Listening here listens to the component as well. */
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener as EventListener, options);
    if (type.startsWith('lo.') || this.#heard.has(type)) return;
    this.#heard.add(type);
    this.#send({ lightningOut: 'listen', type });
  }

  /** An event that is dispatched here is dispatched by the component. */
  override dispatchEvent(event: Event): boolean {
    if (event instanceof CustomEvent && !event.type.startsWith('lo.')) {
      this.#send({ lightningOut: 'dispatch', type: event.type, detail: plainCopy(event.detail) });
      return true;
    }
    return super.dispatchEvent(event);
  }

  #take(event: MessageEvent): void {
    if (event.origin !== this.#org || event.source === null || event.source !== this.#frame?.contentWindow) return;
    const message: Readonly<Record<string, unknown>> = ourMessage(event.data) ?? {};
    switch (message['lightningOut']) {
      case 'loaded':
        this.#isLoaded = true;
        for (const type of this.#heard) this.#send({ lightningOut: 'listen', type });
        this.#sendProperties();
        break;
      case 'ready':
        window.clearTimeout(this.#timer);
        this.#tell('lo.component.ready', { name: this.#name });
        break;
      case 'failed':
        this.#fail(String(message['error']));
        break;
      case 'height':
        this.#resize(message['height']);
        break;
      case 'event':
        super.dispatchEvent(new CustomEvent(String(message['type']), { detail: message['detail'], bubbles: true, composed: true }));
    }
  }

  #resize(height: unknown): void {
    if (typeof height === 'number' && height > 0 && height < 100_000)
      this.#frame?.style.setProperty('block-size', `${Math.ceil(height)}px`);
  }

  #sendProperties(): void {
    const properties = Object.fromEntries(
      [...this.attributes]
        .filter(({ name }) => !/^(?:id|class|style|slot|title|hidden|dir|lang|data-.*|aria-.*|on.*)$/u.test(name))
        .map(({ name, value }) => [camelCase(name), value]),
    );
    this.#send({ lightningOut: 'properties', properties, hooks: this.#hooks() });
  }

  /** Styling hooks that the page sets on the element. */
  #hooks(): Readonly<Record<string, string>> {
    const names = [...this.style].filter((name) => name.startsWith('--'));
    return Object.fromEntries(names.map((name) => [name, this.style.getPropertyValue(name)]));
  }

  #send(message: OutsideMessage): void {
    if (this.#isLoaded) this.#frame?.contentWindow?.postMessage(message, this.#org);
  }

  #fail(message: string): void {
    window.clearTimeout(this.#timer);
    this.#tell('lo.component.error', { name: this.#name, message });
  }

  #tell(type: string, detail: object): void {
    super.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** `record-id` -> `recordId` */
function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
