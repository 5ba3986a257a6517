// Generated from lwc-ts-src/answerLink/answerLink.ts by `npm run build:lwc`. Change the source, not this file.
/** The components of one page share this module, and so these listeners. */
const listeners = new Map();
/** Asks the list of answers on the same page to show some. False when no such list is open: the caller leads elsewhere then. */
export function askForAnswers(request) {
    const found = listeners.get(request.recordId);
    found?.forEach((listener) => listener(request));
    return found !== undefined && found.size > 0;
}
/** Listens on the page of a record, until the function that is returned is called. */
export function onAnswersAsked(recordId, listener) {
    const found = listeners.get(recordId) ?? new Set();
    found.add(listener);
    listeners.set(recordId, found);
    return () => {
        found.delete(listener);
        if (found.size === 0)
            listeners.delete(recordId);
    };
}
