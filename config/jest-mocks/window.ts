import { settled } from './page';

type Callback = (entries: readonly { readonly isIntersecting: boolean }[]) => void;

const watched = new Map<Element, Callback>();

/** Stands for the window, in which nothing is seen until a test says so. */
class Watcher {
  private readonly elements: Element[] = [];
  private readonly callback: Callback;

  constructor(callback: Callback) {
    this.callback = callback;
  }

  observe(element: Element): void {
    this.elements.push(element);
    watched.set(element, this.callback);
    this.callback([{ isIntersecting: false }]);
  }

  disconnect(): void {
    for (const element of this.elements) watched.delete(element);
  }
}

/** Lets components watch what is in the window. */
export function watchWindow(): void {
  watched.clear();
  Reflect.set(window, 'IntersectionObserver', Watcher);
}

/** Brings an element into the window. */
export function seen(element: Element): void {
  watched.get(element)?.([{ isIntersecting: true }]);
}

/** Lets what is fetched on demand be imported and drawn. */
export async function fetched(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await settled();
}
