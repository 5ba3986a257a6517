/** What a toast says. `{0}` in the message stands for the first of `messageData`, and so on. */
export interface ToastOptions {
  readonly title: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

export const toastEventName = 'lightning__showtoast';

/** Dispatched by a component that wants the shell to show a toast. */
export class ShowToastEvent extends CustomEvent<ToastOptions> {
  constructor(options: ToastOptions) {
    super(toastEventName, { bubbles: true, composed: true, cancelable: true, detail: options });
  }
}
