import risk from '@salesforce/label/c.Pulse_Portfolio_Risk';
import find from '@salesforce/label/c.Pulse_Portfolio_Find';
import shownOne from '@salesforce/label/c.Pulse_Portfolio_Shown_One';
import shownMany from '@salesforce/label/c.Pulse_Portfolio_Shown_Many';
import more from '@salesforce/label/c.Pulse_Portfolio_More';
import noMatch from '@salesforce/label/c.Pulse_Portfolio_No_Match';
import all from '@salesforce/label/c.Pulse_Filter_All';
import clear from '@salesforce/label/c.Pulse_Filter_Clear';
import tableShow from '@salesforce/label/c.Pulse_Table_Show';
import tableHide from '@salesforce/label/c.Pulse_Table_Hide';

/** Every word of the list around its rows. */
export const LABELS = { risk, find, shownOne, shownMany, more, noMatch, all, clear, tableShow, tableHide } as const;
