/** Work that goes on as long as the service runs: reading deliveries, pushing answers. */
export interface Loop {
  readonly name: string;
  /** Ends when the signal is raised, with everything stored. Errors it can live with it logs itself. */
  run(signal: AbortSignal): Promise<void>;
  /** There is something to do now. */
  wake(): void;
}
