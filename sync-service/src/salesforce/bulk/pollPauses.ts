/** How a job has come along when it was looked at. */
export interface Progress {
  /** Milliseconds since the job was started. */
  readonly elapsedMs: number;
  /** Rows done so far, of how many. */
  readonly done: number;
  readonly rows: number;
}

const shortestMs = 400;
const longestMs = 30_000;

/** Rows a second of a fast org: nobody looks before a fast org could be done. */
const fastRate = 20_000;

/**
 * How long to wait before a job is looked at again: each look is an API call. First by the speed of a fast org, then by how fast the
 * job comes along; while nothing is known, half as long again as it has taken so far.
 */
export function pauseBeforeLook({ elapsedMs, done, rows }: Progress): number {
  const firstMs = (rows / fastRate) * 1000;
  if (elapsedMs < firstMs / 2) return within(firstMs);
  return within(done > 0 ? ((rows - done) / done) * elapsedMs * 1.02 : elapsedMs / 2);
}

function within(milliseconds: number): number {
  return Math.min(longestMs, Math.max(shortestMs, milliseconds));
}
