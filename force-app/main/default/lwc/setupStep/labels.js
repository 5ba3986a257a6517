// Generated from lwc-ts-src/setupStep/labels.ts by `npm run build:lwc`. Change the source, not this file.
import done from '@salesforce/label/c.Pulse_Setup_State_Done';
import missing from '@salesforce/label/c.Pulse_Setup_State_Missing';
import unseen from '@salesforce/label/c.Pulse_Setup_State_Unseen';
import notNeeded from '@salesforce/label/c.Pulse_Setup_State_Not_Needed';
import checking from '@salesforce/label/c.Pulse_Setup_Checking';
import why from '@salesforce/label/c.Pulse_Setup_Why';
import how from '@salesforce/label/c.Pulse_Setup_How';
import open from '@salesforce/label/c.Pulse_Setup_Open';
import markDone from '@salesforce/label/c.Pulse_Setup_Mark_Done';
import markNotNeeded from '@salesforce/label/c.Pulse_Setup_Mark_Not_Needed';
import markMissing from '@salesforce/label/c.Pulse_Setup_Mark_Missing';
import tickedBy from '@salesforce/label/c.Pulse_Setup_Ticked_By';
import ticked from '@salesforce/label/c.Pulse_Setup_Ticked';
import doctor from '@salesforce/label/c.Pulse_Setup_Doctor';
import unseenText from '@salesforce/label/c.Pulse_Setup_Unseen_Text';
import forbidden from '@salesforce/label/c.Pulse_Setup_Forbidden_Text';
/** Every word of one step that is not its own text. */
export const LABELS = {
    done,
    missing,
    unseen,
    notNeeded,
    checking,
    why,
    how,
    open,
    markDone,
    markNotNeeded,
    markMissing,
    tickedBy,
    ticked,
    doctor,
    unseenText,
    forbidden,
};
