// Generated from lwc-ts-src/followUpEntry/labels.ts by `npm run build:lwc`. Change the source, not this file.
import work from '@salesforce/label/c.Pulse_Panel_Work';
import fold from '@salesforce/label/c.Pulse_Panel_Fold';
import thisFollowUp from '@salesforce/label/c.Pulse_Panel_This';
import high from '@salesforce/label/c.Pulse_Panel_High';
import steps from '@salesforce/label/c.Pulse_Panel_Steps';
import followUp from '@salesforce/label/c.Pulse_Follow_Up_Named';
import suggested from '@salesforce/label/c.Pulse_Guide_Suggested';
import firstContact from '@salesforce/label/c.Pulse_Guide_Field_First_Contact';
import rootCause from '@salesforce/label/c.Pulse_Guide_Root_Cause';
import action from '@salesforce/label/c.Pulse_Guide_Action';
import outcome from '@salesforce/label/c.Pulse_Guide_Outcome';
import itemDone from '@salesforce/label/c.Pulse_Guide_Item_Done';
import itemMissing from '@salesforce/label/c.Pulse_Guide_Item_Missing';
/** Every word of one follow-up that is not part of its data. */
export const LABELS = {
    work,
    fold,
    thisFollowUp,
    high,
    steps,
    followUp,
    suggested,
    firstContact,
    rootCause,
    action,
    outcome,
    itemDone,
    itemMissing,
};
