// Generated from lwc-ts-src/followUpGuideCard/labels.ts by `npm run build:lwc`. Change the source, not this file.
import cardTitle from '@salesforce/label/c.Pulse_Guide_Title';
import kindAnswer from '@salesforce/label/c.Pulse_Guide_Kind_Answer';
import kindPulseLow from '@salesforce/label/c.Pulse_Guide_Kind_Pulse_Low';
import kindPulseFalling from '@salesforce/label/c.Pulse_Guide_Kind_Pulse_Falling';
import kindProblem from '@salesforce/label/c.Pulse_Guide_Kind_Problem';
import openAnswer from '@salesforce/label/c.Pulse_Guide_Open_Answer';
import openAccount from '@salesforce/label/c.Pulse_Guide_Open_Account';
import openContact from '@salesforce/label/c.Pulse_Guide_Open_Contact';
import openProblem from '@salesforce/label/c.Pulse_Guide_Open_Problem';
import said from '@salesforce/label/c.Pulse_Guide_Said';
import noComment from '@salesforce/label/c.Pulse_Guide_No_Comment';
import without from '@salesforce/label/c.Pulse_Guide_Without_Comment';
import suggested from '@salesforce/label/c.Pulse_Guide_Suggested';
import theme from '@salesforce/label/c.Pulse_Guide_Theme';
import noSuggestion from '@salesforce/label/c.Pulse_Guide_No_Suggestion';
import noTheme from '@salesforce/label/c.Pulse_Guide_No_Theme';
import personal from '@salesforce/label/c.Pulse_Guide_Personal';
import savePersonal from '@salesforce/label/c.Pulse_Guide_Save_Personal';
import personalSaved from '@salesforce/label/c.Pulse_Guide_Personal_Saved';
import missingTitle from '@salesforce/label/c.Pulse_Guide_Missing_Title';
import completeTitle from '@salesforce/label/c.Pulse_Guide_Complete_Title';
import firstContact from '@salesforce/label/c.Pulse_Guide_First_Contact';
import rootCause from '@salesforce/label/c.Pulse_Guide_Root_Cause';
import action from '@salesforce/label/c.Pulse_Guide_Action';
import outcome from '@salesforce/label/c.Pulse_Guide_Outcome';
import itemDone from '@salesforce/label/c.Pulse_Guide_Item_Done';
import itemMissing from '@salesforce/label/c.Pulse_Guide_Item_Missing';
import resolvedTitle from '@salesforce/label/c.Pulse_Guide_Resolved_Title';
import noAccessTitle from '@salesforce/label/c.Pulse_Guide_No_Access_Title';
import work from '@salesforce/label/c.Pulse_Panel_Work';
import errorTitle from '@salesforce/label/c.Pulse_Guide_Error_Title';
import saveFailed from '@salesforce/label/c.Pulse_Guide_Save_Failed';
/** Every word of the card. */
export const LABELS = {
    cardTitle,
    kindAnswer,
    kindPulseLow,
    kindPulseFalling,
    kindProblem,
    openAnswer,
    openAccount,
    openContact,
    openProblem,
    said,
    noComment,
    without,
    suggested,
    theme,
    noSuggestion,
    noTheme,
    personal,
    savePersonal,
    personalSaved,
    missingTitle,
    completeTitle,
    firstContact,
    rootCause,
    action,
    outcome,
    itemDone,
    itemMissing,
    resolvedTitle,
    noAccessTitle,
    work,
    errorTitle,
    saveFailed,
};
