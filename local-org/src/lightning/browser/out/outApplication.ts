import { ourMessage } from './messages.ts';
import { defineComponent, frameFor } from './outComponent.ts';

/** Milliseconds after which a session that does not answer has failed: cookies of third parties may be off. */
const patience = 20_000;

/** Begins the session and makes the elements of the components. */
export class OutApplication extends HTMLElement {
  static readonly observedAttributes = ['frontdoor-url', 'components'];

  readonly #org: string;
  #frame: HTMLIFrameElement | undefined;
  #timer: number | undefined;
  #used = '';
  readonly #listener = (event: MessageEvent): void => this.#take(event);
  #isReady = false;

  constructor(org: string) {
    super();
    this.#org = org;
  }

  connectedCallback(): void {
    window.addEventListener('message', this.#listener);
    this.#begin();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#listener);
    this.#stop();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    if (name === 'frontdoor-url') this.#begin();
    else if (this.#isReady) this.#defineComponents();
  }

  /** Opens the frontdoor in a frame that nobody sees. */
  #begin(): void {
    const frontdoor = this.getAttribute('frontdoor-url') ?? '';
    // It works once: an element that is made anew from its markup is told of its attributes twice.
    if (frontdoor === '' || frontdoor === this.#used) return;
    this.#used = frontdoor;
    this.#stop();
    const secret = this.#secretOf(frontdoor);
    if (secret === undefined) {
      this.#fail('The frontdoor-url is no address of this org.');
      return;
    }
    const query = new URLSearchParams({ otp: secret, host: window.location.origin });
    this.#frame = frameFor(`${this.#org}/lightning/out/session?${query.toString()}`, 'Session');
    this.#frame.hidden = true;
    this.append(this.#frame);
    this.#timer = window.setTimeout(
      () => this.#fail('The session did not begin: does the browser take cookies of the org here?'),
      patience,
    );
  }

  #secretOf(frontdoor: string): string | undefined {
    if (!URL.canParse(frontdoor)) return undefined;
    const url = new URL(frontdoor);
    return url.origin === this.#org ? (url.searchParams.get('otp') ?? undefined) : undefined;
  }

  #take(event: MessageEvent): void {
    if (event.origin !== this.#org || event.source !== this.#frame?.contentWindow || event.source === null) return;
    const message: { readonly lightningOut?: string; readonly error?: unknown } = ourMessage(event.data) ?? {};
    if (message.lightningOut !== 'session') return;
    if (typeof message.error === 'string') {
      this.#fail(message.error);
      return;
    }
    this.#stop();
    this.#isReady = true;
    this.#defineComponents();
    this.#tell('lo.application.ready', {});
  }

  #defineComponents(): void {
    const names = (this.getAttribute('components') ?? '').split(',').map((name) => name.trim());
    for (const name of names) if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u.test(name)) defineComponent(name, this.#org);
  }

  #stop(): void {
    window.clearTimeout(this.#timer);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #fail(message: string): void {
    this.#stop();
    this.#tell('lo.application.error', { message });
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
