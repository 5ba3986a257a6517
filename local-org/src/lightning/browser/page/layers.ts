/** Something that lies open over the page and closes by Escape, by a click elsewhere, or when the focus leaves it. */
export class Layer {
  readonly #host: EventTarget & { contains(node: Node): boolean };
  readonly #close: (giveFocusBack: boolean) => void;
  #isOpen = false;

  /**
   * @param host the component's own element
   * @param close told whether the focus goes back to what opened it
   */
  constructor(host: EventTarget & { contains(node: Node): boolean }, close: (giveFocusBack: boolean) => void) {
    this.#host = host;
    this.#close = close;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    document.addEventListener('click', this.#onClick, true);
    document.addEventListener('keydown', this.#onKey, true);
  }

  close(): void {
    this.#isOpen = false;
    document.removeEventListener('click', this.#onClick, true);
    document.removeEventListener('keydown', this.#onKey, true);
  }

  readonly #onClick = (event: Event): void => {
    if (event.composedPath().includes(this.#host)) return;
    this.close();
    this.#close(false);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
    this.#close(true);
  };
}
