/** Hand-typed platform module `lightning/platformShowToastEvent`. */
declare module 'lightning/platformShowToastEvent' {
  export interface ToastOptions {
    readonly title: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
  }

  export class ShowToastEvent extends CustomEvent<ToastOptions> {
    constructor(options: ToastOptions);
  }
}
