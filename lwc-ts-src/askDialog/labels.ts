import askFor from '@salesforce/label/c.Pulse_Ask_Heading';
import close from '@salesforce/label/c.Pulse_Action_Close';

/** Every word of the dialog's frame. */
export const LABELS = { askFor, close } as const;
