// Generated from lwc-ts-src/followUpPanelCard/labels.ts by `npm run build:lwc`. Change the source, not this file.
import cardTitle from '@salesforce/label/c.Pulse_Panel_Title';
import shownOne from '@salesforce/label/c.Pulse_Panel_Shown_One';
import shownMany from '@salesforce/label/c.Pulse_Panel_Shown_Many';
import overdueOne from '@salesforce/label/c.Pulse_Panel_Overdue_One';
import overdueMany from '@salesforce/label/c.Pulse_Panel_Overdue_Many';
import more from '@salesforce/label/c.Pulse_Panel_More';
import emptyTitle from '@salesforce/label/c.Pulse_Panel_Empty_Title';
import emptyText from '@salesforce/label/c.Pulse_Panel_Empty_Text';
import errorTitle from '@salesforce/label/c.Pulse_Panel_Error_Title';
import noAccessTitle from '@salesforce/label/c.Pulse_Panel_No_Access_Title';
import resolved from '@salesforce/label/c.Pulse_Panel_Resolved';
/** Every word of the card. */
export const LABELS = {
    cardTitle,
    shownOne,
    shownMany,
    overdueOne,
    overdueMany,
    more,
    emptyTitle,
    emptyText,
    errorTitle,
    noAccessTitle,
    resolved,
};
