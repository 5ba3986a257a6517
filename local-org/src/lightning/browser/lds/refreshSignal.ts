import { forgetAll } from './recordWrites.ts';

type RefreshHandler = () => unknown;

const handlers = new Set<RefreshHandler>();

/** Calls `handler` whenever everything on the page is to be read again. Returns the function that stops it. */
export function onRefresh(handler: RefreshHandler): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}

/** Reads everything on the page again; resolves when all handlers are through. */
export async function refreshAll(): Promise<void> {
  forgetAll();
  await Promise.allSettled([...handlers].map(async (handler) => handler()));
}
