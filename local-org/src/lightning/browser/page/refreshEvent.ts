/** Name of the event by which components ask the page to read its data again. */
export const refreshEventName = 'lightning__refreshview';
