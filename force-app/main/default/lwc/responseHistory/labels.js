// Generated from lwc-ts-src/responseHistory/labels.ts by `npm run build:lwc`. Change the source, not this file.
import cardTitle from '@salesforce/label/c.Pulse_History_Title';
import loading from '@salesforce/label/c.Pulse_History_Loading';
import refresh from '@salesforce/label/c.Pulse_History_Refresh';
import filterBand from '@salesforce/label/c.Pulse_Filter_Band';
import filterTouchpoint from '@salesforce/label/c.Pulse_Filter_Touchpoint';
import filterAll from '@salesforce/label/c.Pulse_Filter_All';
import filterClear from '@salesforce/label/c.Pulse_Filter_Clear';
import noRating from '@salesforce/label/c.Pulse_No_Rating';
import bandOption from '@salesforce/label/c.Pulse_Band_Words';
import shownOne from '@salesforce/label/c.Pulse_History_Shown_One';
import shownMany from '@salesforce/label/c.Pulse_History_Shown_Many';
import loadMore from '@salesforce/label/c.Pulse_History_Load_More';
import emptyTitle from '@salesforce/label/c.Pulse_History_Empty_Title';
import emptyText from '@salesforce/label/c.Pulse_History_Empty_Text';
import noMatchTitle from '@salesforce/label/c.Pulse_History_No_Match_Title';
import noMatchText from '@salesforce/label/c.Pulse_History_No_Match_Text';
import noAccessTitle from '@salesforce/label/c.Pulse_History_No_Access_Title';
import noAccessText from '@salesforce/label/c.Pulse_No_Access_Text';
import errorTitle from '@salesforce/label/c.Pulse_History_Error_Title';
import noComments from '@salesforce/label/c.Pulse_History_No_Comments';
import tryAgain from '@salesforce/label/c.Pulse_Try_Again';
/** Every word of the card. */
export const LABELS = {
    cardTitle,
    loading,
    refresh,
    filterBand,
    filterTouchpoint,
    filterAll,
    filterClear,
    noRating,
    bandOption,
    shownOne,
    shownMany,
    loadMore,
    emptyTitle,
    emptyText,
    noMatchTitle,
    noMatchText,
    noAccessTitle,
    noAccessText,
    errorTitle,
    noComments,
    tryAgain,
};
