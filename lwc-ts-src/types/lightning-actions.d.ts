/** Hand-typed part of the platform module `lightning/actions` that these components use. */
declare module 'lightning/actions' {
  /** Dispatched by a component in the dialog of a quick action to close it. */
  export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor();
  }
}
