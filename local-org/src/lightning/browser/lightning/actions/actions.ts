/** Dispatched by a component in a quick action's dialog to close it. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor(options: { readonly bubbles?: boolean; readonly composed?: boolean } = {}) {
    super('lightning__actionsclosescreen', { bubbles: true, composed: true, cancelable: true, ...options });
  }
}
