// Generated from lwc-ts-src/feedbackPanel/labels.ts by `npm run build:lwc`. Change the source, not this file.
import title from '@salesforce/label/c.Pulse_Feedback_Title';
import noContactTitle from '@salesforce/label/c.Pulse_Feedback_No_Contact_Title';
import noContactText from '@salesforce/label/c.Pulse_Feedback_No_Contact_Text';
import noSubjectText from '@salesforce/label/c.Pulse_Feedback_No_Subject_Text';
import several from '@salesforce/label/c.Pulse_Feedback_Several';
import lastAnswers from '@salesforce/label/c.Pulse_Feedback_Last_Answers';
import openFollowUps from '@salesforce/label/c.Pulse_Feedback_Open_Follow_Ups';
import errorTitle from '@salesforce/label/c.Pulse_Feedback_Error_Title';
import ask from '@salesforce/label/c.Pulse_Action_Ask';
import refresh from '@salesforce/label/c.Pulse_Action_Refresh';
import noAnswers from '@salesforce/label/c.Pulse_History_Empty_Title';
import answer from '@salesforce/label/c.Pulse_Answer_Link';
/** Every word of the panel. */
export const LABELS = {
    title,
    noContactTitle,
    noContactText,
    noSubjectText,
    several,
    lastAnswers,
    openFollowUps,
    errorTitle,
    ask,
    refresh,
    noAnswers,
    answer,
};
