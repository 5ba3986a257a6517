export type { ToastOptions } from '../../page/toastEvent.ts';
export { ShowToastEvent } from '../../page/toastEvent.ts';
