// Generated from lwc-ts-src/chartScales/watchWidth.ts by `npm run build:lwc`. Change the source, not this file.
/**
 * Tells the width of an element in CSS pixels, now and whenever it changes, so that a chart is drawn for the room it has and its
 * words keep their size. Returns what ends the watching.
 */
export function watchWidth(element, tell) {
    tell(element.clientWidth);
    if (typeof ResizeObserver === 'undefined')
        return () => undefined;
    const observer = new ResizeObserver(() => tell(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
}
