/** What people do who do more than look: by then all of a page is wanted. */
const ACTS = ['wheel', 'touchmove', 'scroll', 'keydown', 'beforeprint'] as const;

const waiting = new Set<() => void>();

/**
 * Calls back once: when the element comes into the window, or when somebody scrolls, types or prints, whichever is first.
 * Searching a page and walking it with Tab need all of it, and so does paper.
 * @returns what ends the waiting
 */
export function whenWanted(element: Element, then: () => void): () => void {
  const stop = (): void => {
    watcher?.disconnect();
    waiting.delete(call);
    if (waiting.size === 0) listen('removeEventListener');
  };
  const call = (): void => {
    stop();
    then();
  };
  const watcher = watcherOf(call);
  if (!watcher) {
    then();
    return stop;
  }
  if (waiting.size === 0) listen('addEventListener');
  waiting.add(call);
  watcher.observe(element);
  return stop;
}

/** Undefined where nobody can tell what is in the window: there everything is wanted. */
function watcherOf(call: () => void): IntersectionObserver | undefined {
  if (typeof IntersectionObserver === 'undefined') return undefined;
  return new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) call();
  });
}

function listen(how: 'addEventListener' | 'removeEventListener'): void {
  for (const act of ACTS) window[how](act, callAll, { capture: true, passive: true });
}

function callAll(): void {
  for (const call of [...waiting]) call();
}
