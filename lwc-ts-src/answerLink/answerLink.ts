import type { Band } from 'c/pulseBands';

/** Which answers somebody wants to see; what is left out does not limit. */
export interface AnswersRequest {
  /** The record whose page it is: other open pages stay as they are. */
  readonly recordId: string;
  readonly touchpoint?: string;
  readonly band?: Band;
  /** The last 365 days, or those before. */
  readonly period?: 'window' | 'prior';
}

type Listener = (request: AnswersRequest) => void;

/** The components of one page share this module, and so these listeners. */
const listeners = new Map<string, Set<Listener>>();

/** Asks the list of answers on the same page to show some. False when no such list is open: the caller leads elsewhere then. */
export function askForAnswers(request: AnswersRequest): boolean {
  const found = listeners.get(request.recordId);
  found?.forEach((listener) => listener(request));
  return found !== undefined && found.size > 0;
}

/** Listens on the page of a record, until the function that is returned is called. */
export function onAnswersAsked(recordId: string, listener: Listener): () => void {
  const found = listeners.get(recordId) ?? new Set<Listener>();
  found.add(listener);
  listeners.set(recordId, found);
  return () => {
    found.delete(listener);
    if (found.size === 0) listeners.delete(recordId);
  };
}
