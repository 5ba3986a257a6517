/** What people do with a page that stands. */
const signs = ['scroll', 'wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

let opening = true;

// Tests of wires have no page.
if (typeof window !== 'undefined' && 'addEventListener' in window) {
  for (const sign of signs) window.addEventListener(sign, () => (opening = false), { capture: true, passive: true, once: true });
}

/** Whether the page is still coming by itself: nobody has done anything with it. */
export function isOpening(): boolean {
  return opening;
}
