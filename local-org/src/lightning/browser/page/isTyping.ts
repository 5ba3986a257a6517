/** Whether a key goes into a field, or a dialog is open: shortcuts keep out of both. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], dialog') !== null;
}
