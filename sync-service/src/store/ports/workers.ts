/** Who works on what, where several processes share a store. */
export interface WorkerStore {
  /**
   * Takes or renews a worker's fair share of the partitions for so many milliseconds, and gives back what is more than that.
   * A partition whose holder has not renewed in time is free. With one process it is all of them.
   */
  holdPartitions(worker: string, leaseMs: number): Promise<ReadonlySet<number>>;
  /** Gives everything back at a graceful stop. */
  releasePartitions(worker: string): Promise<void>;
  workers(): Promise<readonly { readonly worker: string; readonly partitions: number; readonly seenAt: string }[]>;
}
