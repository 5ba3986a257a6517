/**
 * Tells the width of an element in CSS pixels, now and whenever it changes, so that a chart is drawn for the room it has and its
 * words keep their size. Returns what ends the watching.
 */
export function watchWidth(element: Element, tell: (width: number) => void): () => void {
  tell(element.clientWidth);
  if (typeof ResizeObserver === 'undefined') return () => undefined;
  const observer = new ResizeObserver(() => tell(element.clientWidth));
  observer.observe(element);
  return () => observer.disconnect();
}
