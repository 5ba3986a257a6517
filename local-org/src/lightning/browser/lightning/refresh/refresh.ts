import { onRefresh } from '../../lds/refreshSignal.ts';
import { refreshEventName } from '../../page/refreshEvent.ts';

/** Dispatched by a component that changed data others show: the page reads its records again. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(refreshEventName, { bubbles: true, composed: true });
  }
}

const stops = new Map<number, () => void>();
let lastId = 0;

/** Calls `handler` when the page is refreshed. Returns the id for `unregisterRefreshHandler`. */
export function registerRefreshHandler(element: unknown, handler: (this: unknown) => unknown): number {
  lastId += 1;
  stops.set(
    lastId,
    onRefresh(() => handler.call(element)),
  );
  return lastId;
}

/** Ends a registration. */
export function unregisterRefreshHandler(id: number): void {
  stops.get(id)?.();
  stops.delete(id);
}
