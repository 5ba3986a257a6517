// Generated from lwc-ts-src/responseHistoryCard/labels.ts by `npm run build:lwc`. Change the source, not this file.
import cardTitle from '@salesforce/label/c.Pulse_History_Title';
import refresh from '@salesforce/label/c.Pulse_History_Refresh';
import timeline from '@salesforce/label/c.Pulse_History_View_Timeline';
import table from '@salesforce/label/c.Pulse_History_View_Table';
import moreActions from '@salesforce/label/c.Pulse_History_More_Actions';
import shownOne from '@salesforce/label/c.Pulse_History_Shown_One';
import shownMany from '@salesforce/label/c.Pulse_History_Shown_Many';
import partial from '@salesforce/label/c.Pulse_History_Partial';
import loadAll from '@salesforce/label/c.Pulse_History_Load_All';
import loadingAll from '@salesforce/label/c.Pulse_History_Loading_All';
import stop from '@salesforce/label/c.Pulse_History_Stop';
import showMore from '@salesforce/label/c.Pulse_History_Show_More';
import exportOne from '@salesforce/label/c.Pulse_History_Export_One';
import exportMany from '@salesforce/label/c.Pulse_History_Export_Many';
import exportedOne from '@salesforce/label/c.Pulse_History_Exported_One';
import exportedMany from '@salesforce/label/c.Pulse_History_Exported_Many';
import moreFailed from '@salesforce/label/c.Pulse_History_More_Failed';
import emptyTitle from '@salesforce/label/c.Pulse_History_Empty_Title';
import emptyText from '@salesforce/label/c.Pulse_History_Empty_Text';
import noMatchTitle from '@salesforce/label/c.Pulse_History_No_Match_Title';
import noMatchText from '@salesforce/label/c.Pulse_History_No_Match_Text';
import noAccessTitle from '@salesforce/label/c.Pulse_History_No_Access_Title';
import errorTitle from '@salesforce/label/c.Pulse_History_Error_Title';
import noComments from '@salesforce/label/c.Pulse_History_No_Comments';
import search from '@salesforce/label/c.Pulse_Filter_Search';
import searchHint from '@salesforce/label/c.Pulse_Filter_Search_Hint';
import filters from '@salesforce/label/c.Pulse_Filter_Open';
import filterCount from '@salesforce/label/c.Pulse_Filter_Open_Count';
import clear from '@salesforce/label/c.Pulse_Filter_Clear';
import tryAgain from '@salesforce/label/c.Pulse_Try_Again';
/** Every word of the card. */
export const LABELS = {
    cardTitle,
    refresh,
    timeline,
    table,
    moreActions,
    shownOne,
    shownMany,
    partial,
    loadAll,
    loadingAll,
    stop,
    showMore,
    exportOne,
    exportMany,
    exportedOne,
    exportedMany,
    moreFailed,
    emptyTitle,
    emptyText,
    noMatchTitle,
    noMatchText,
    noAccessTitle,
    errorTitle,
    noComments,
    search,
    searchHint,
    filters,
    filterCount,
    clear,
    tryAgain,
};
