import { api, LightningElement } from 'lwc';
import { joinMessages } from '../../forms/formRegistration.ts';

/** `lightning-messages`: what the org said against the record of the form around it. */
export default class Messages extends LightningElement {
  messages: readonly string[] = [];
  #leave: () => void = () => undefined;

  override connectedCallback(): void {
    this.#leave = joinMessages(this, { tell: (messages) => this.setError(messages) });
  }

  override disconnectedCallback(): void {
    this.#leave();
  }

  /** Shows these messages instead. */
  @api setError(messages: string | readonly string[] | null): void {
    this.messages = messages === null ? [] : typeof messages === 'string' ? [messages] : [...messages];
  }

  get hasMessages(): boolean {
    return this.messages.length > 0;
  }
}
