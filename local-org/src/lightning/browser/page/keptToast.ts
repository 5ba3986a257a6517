import type { ToastOptions } from './toastEvent.ts';

const key = 'local-org-toast';

/** Keeps a toast for the page that comes next. */
export function keepToast(toast: ToastOptions): void {
  storage()?.setItem(key, JSON.stringify(toast));
}

/** The toast that the page before has left, once. */
export function takeToast(): ToastOptions | undefined {
  const kept = storage()?.getItem(key) ?? null;
  storage()?.removeItem(key);
  // Only `keepToast` writes it.
  return kept === null ? undefined : (JSON.parse(kept) as ToastOptions);
}

/** Browsers refuse it to pages inside pages of other sites. */
function storage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
