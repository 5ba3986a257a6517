// Generated from lwc-ts-src/historyFilters/labels.ts by `npm run build:lwc`. Change the source, not this file.
import all from '@salesforce/label/c.Pulse_Filter_All';
import band from '@salesforce/label/c.Pulse_Filter_Band';
import bandOption from '@salesforce/label/c.Pulse_Band_Words';
import noRating from '@salesforce/label/c.Pulse_No_Rating';
import touchpoint from '@salesforce/label/c.Pulse_Filter_Touchpoint';
import program from '@salesforce/label/c.Pulse_Filter_Program';
import relational from '@salesforce/label/c.Pulse_Program_Relational';
import transactional from '@salesforce/label/c.Pulse_Program_Transactional';
import period from '@salesforce/label/c.Pulse_Filter_Period';
import lastDays from '@salesforce/label/c.Pulse_Filter_Last_Days';
import priorDays from '@salesforce/label/c.Pulse_Filter_Prior_Days';
import followUp from '@salesforce/label/c.Pulse_Filter_Follow_Up';
import followUpAny from '@salesforce/label/c.Pulse_Filter_Follow_Up_Any';
import followUpOpen from '@salesforce/label/c.Pulse_Follow_Up_Open';
import followUpOverdue from '@salesforce/label/c.Pulse_Filter_Follow_Up_Overdue';
import followUpResolved from '@salesforce/label/c.Pulse_Follow_Up_Resolved';
import followUpNone from '@salesforce/label/c.Pulse_Filter_Follow_Up_None';
import withComment from '@salesforce/label/c.Pulse_Filter_With_Comment';
/** Every word of the filters. */
export const LABELS = {
    all,
    band,
    bandOption,
    noRating,
    touchpoint,
    program,
    relational,
    transactional,
    period,
    lastDays,
    priorDays,
    followUp,
    followUpAny,
    followUpOpen,
    followUpOverdue,
    followUpResolved,
    followUpNone,
    withComment,
};
