// Generated from lwc-ts-src/followUpForm/labels.ts by `npm run build:lwc`. Change the source, not this file.
import heading from '@salesforce/label/c.Pulse_Guide_Form_Heading';
import firstContact from '@salesforce/label/c.Pulse_Guide_Field_First_Contact';
import firstContactDate from '@salesforce/label/c.Pulse_Guide_Field_First_Contact_Date';
import firstContactTime from '@salesforce/label/c.Pulse_Guide_Field_First_Contact_Time';
import contactedNow from '@salesforce/label/c.Pulse_Guide_Contacted_Now';
import rootCause from '@salesforce/label/c.Pulse_Guide_Root_Cause';
import action from '@salesforce/label/c.Pulse_Guide_Action';
import outcome from '@salesforce/label/c.Pulse_Guide_Outcome';
import choose from '@salesforce/label/c.Pulse_Guide_Choose';
import save from '@salesforce/label/c.Pulse_Guide_Save';
import resolve from '@salesforce/label/c.Pulse_Guide_Resolve';
import saved from '@salesforce/label/c.Pulse_Guide_Saved';
import resolved from '@salesforce/label/c.Pulse_Guide_Resolved_Toast';
import needed from '@salesforce/label/c.Pulse_Guide_Needed';
import readOnly from '@salesforce/label/c.Pulse_Guide_Read_Only';
import saveFailed from '@salesforce/label/c.Pulse_Guide_Save_Failed';
/** Every word of the form. */
export const LABELS = {
    heading,
    firstContact,
    firstContactDate,
    firstContactTime,
    contactedNow,
    rootCause,
    action,
    outcome,
    choose,
    save,
    resolve,
    saved,
    resolved,
    needed,
    readOnly,
    saveFailed,
};
