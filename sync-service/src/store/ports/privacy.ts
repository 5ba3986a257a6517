/** What the store no longer needs to know. */
export interface PrivacyStore {
  /**
   * Reduces what is older than the given time (ISO 8601, UTC) and has reached its end to keys and hashes: bodies of deliveries,
   * contents of pushed and discarded answers. Repetitions are still recognised.
   * @returns how many of each
   */
  reduce(before: string): Promise<{ readonly deliveries: number; readonly answers: number }>;
  /**
   * Erases everything of the person with these keys (`personKeysOf`): answers, deliveries, sendings, decisions. What is left are hashes
   * of external ids, so that a later delivery of the same answer is refused as forgotten.
   * @param words texts (addresses) by which deliveries that nobody understood are searched
   */
  forgetPerson(keys: readonly string[], words: readonly string[]): Promise<{ readonly answers: number; readonly deliveries: number }>;
}
