/* global window, document, performance, MutationObserver, PerformanceObserver, requestAnimationFrame */
/**
 * Runs in a page before its own scripts: notes when anything was drawn last, and how much moved.
 * Synthetic shadow later hides what components draw from observers, so the platform's own method is kept.
 */
(() => {
  const watch = { changedAt: 0, shift: 0, typedAt: 0 };
  Object.assign(window, { pageWatch: watch });
  const observe = MutationObserver.prototype.observe;
  const observer = new MutationObserver(() => {
    // What was changed is drawn with the next frame.
    requestAnimationFrame(() => {
      watch.changedAt = performance.now();
    });
  });
  observe.call(observer, document, { subtree: true, childList: true, characterData: true });
  window.addEventListener(
    'input',
    () => {
      watch.typedAt = performance.now();
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) watch.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
})();
