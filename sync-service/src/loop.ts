/** Work that goes on as long as the service runs: reading deliveries, pushing answers. */
export interface Loop {
  readonly name: string;
  /** Ends when the signal is raised, with everything stored. Errors it can live with it logs itself; after any other it is run again. */
  run(signal: AbortSignal): Promise<void>;
  /** There is something to do now. @param since when the first of it came in, where that is known; milliseconds since 1970 */
  wake(since?: number): void;
}

/** Lets a loop sleep until there is something to do. A call that comes while it is awake is not lost: the next sleep is over at once. */
export class WakeUp {
  #called = false;
  #wake: (() => void) | undefined;

  call(): void {
    this.#called = true;
    this.#wake?.();
  }

  /** Resolves after a call, at a raised signal, or when so many milliseconds have passed. */
  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.#called && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', this.#wake, { once: true });
      }).finally(() => {
        if (this.#wake !== undefined) signal.removeEventListener('abort', this.#wake);
        this.#wake = undefined;
      });
    }
    this.#called = false;
  }
}
