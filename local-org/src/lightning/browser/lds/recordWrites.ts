/** Who wants to know that records were written from this page, or that everything known of them is to be forgotten. */

type WrittenListener = (id: string) => void;

const writtenListeners = new Set<WrittenListener>();
const forgetListeners: (() => void)[] = [];

/** Calls `listener` for every record that this page changed, deleted or was told of as changed. Returns the function that stops it. */
export function onRecordWritten(listener: WrittenListener): () => void {
  writtenListeners.add(listener);
  return () => writtenListeners.delete(listener);
}

/** A record is not what it was. */
export function recordWritten(id: string): void {
  for (const listener of [...writtenListeners]) listener(id);
}

/** Calls `listener` before everything on the page is read again. */
export function onForgetAll(listener: () => void): void {
  forgetListeners.push(listener);
}

/** Everything on the page is about to be read again. */
export function forgetAll(): void {
  for (const listener of forgetListeners) listener();
}
