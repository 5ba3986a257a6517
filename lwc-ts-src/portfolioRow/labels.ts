import why from '@salesforce/label/c.Pulse_Portfolio_Why';
import ask from '@salesforce/label/c.Pulse_Action_Ask';
import start from '@salesforce/label/c.Pulse_Action_Start_Follow_Up';
import open from '@salesforce/label/c.Pulse_Action_Open_Follow_Up';
import actionFor from '@salesforce/label/c.Pulse_Action_For';
import outOfTen from '@salesforce/label/c.Pulse_Out_Of_Ten';
import lastAnswer from '@salesforce/label/c.Pulse_Last_Answer_Title';

/** Every word of a row that is the same in all rows. */
export const LABELS = { why, ask, start, open, actionFor, outOfTen, lastAnswer } as const;
