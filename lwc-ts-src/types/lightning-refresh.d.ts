/** Hand-typed part of the platform module `lightning/refresh` that these components use. */
declare module 'lightning/refresh' {
  /** Dispatched by a component that changed data others show. */
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }

  /** Calls the handler when the view is refreshed. @returns the id that ends it */
  export function registerRefreshHandler(element: object, handler: () => Promise<void>): number;

  export function unregisterRefreshHandler(id: number): void;
}
