import type { ToastOptions } from './toastEvent.ts';

const key = 'local-org-toast';

/** Keeps a toast for the page that comes next. */
export function keepToast(toast: ToastOptions): void {
  sessionStorage.setItem(key, JSON.stringify(toast));
}

/** The toast that the page before has left, once. */
export function takeToast(): ToastOptions | undefined {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  // Only `keepToast` writes it.
  return kept === null ? undefined : (JSON.parse(kept) as ToastOptions);
}
