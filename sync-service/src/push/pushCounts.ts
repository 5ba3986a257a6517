/** What a push has done so far. */
export interface PushCounts {
  created: number;
  updated: number;
  /** Left alone, since the org has a newer version. */
  kept: number;
}

export function noCounts(): PushCounts {
  return { created: 0, updated: 0, kept: 0 };
}
