import { setImmediate as nextTurn } from 'node:timers/promises';

/** A stream of the process, as far as its errors go. */
interface Outgoing {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Keeps an error of standard output or standard error (a full disk, a reader who went away) from ending the process wherever it stands.
 * @returns what tells, at the end, why something that was printed on standard output did not get there
 */
export function bearBrokenStreams(stdout: Outgoing, stderr: Outgoing): () => Promise<string | undefined> {
  let problem: string | undefined;
  stdout.on('error', (error) => (problem ??= error.message));
  stderr.on('error', () => undefined);
  return async () => {
    // Streams tell their errors a turn later.
    await nextTurn();
    return problem;
  };
}
