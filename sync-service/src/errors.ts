/**
 * The one base class of what can go wrong in a way a user can act on. The message is complete: what, where, what to do.
 * Anything else that is thrown is a defect and is shown with its stack.
 */
export class PulseError extends Error {
  override readonly name: string = 'PulseError';
}

/** The command cannot start: a file, a mapping, the environment or the data folder is not usable. Nothing was stored. */
export class SetupError extends PulseError {
  override readonly name = 'SetupError';
}

/** The file cannot be read any further. What came before is kept. */
export class SourceError extends PulseError {
  override readonly name = 'SourceError';
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The system's error code of a failed file or network operation, such as ENOENT; of the cause when the error itself has none. */
export function systemCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return systemCode(thrown.cause);
}
