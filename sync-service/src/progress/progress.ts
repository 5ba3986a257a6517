/** Tells a person how far something is. */
export interface Progress {
  /** A new stage begins. @param total of the unit the stage counts in */
  start(stage: string, total: number): void;
  /** @param done of the stage's total so far */
  update(done: number): void;
  stop(): void;
}

/** For machines and tests. */
export const silentProgress: Progress = { start: () => undefined, update: () => undefined, stop: () => undefined };
