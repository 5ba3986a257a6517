// Generated from lwc-ts-src/customerPulse/labels.ts by `npm run build:lwc`. Change the source, not this file.
import cardTitle from '@salesforce/label/c.Pulse_Card_Title';
import scopeAccount from '@salesforce/label/c.Pulse_Scope_Account';
import scopeContact from '@salesforce/label/c.Pulse_Scope_Contact';
import gaugeSentenceLabel from '@salesforce/label/c.Pulse_Gauge_Sentence';
import sentence from '@salesforce/label/c.Pulse_Sentence';
import bandWords from '@salesforce/label/c.Pulse_Band_Words';
import target from '@salesforce/label/c.Pulse_Target';
import outOfTen from '@salesforce/label/c.Pulse_Out_Of_Ten';
import answersOne from '@salesforce/label/c.Pulse_Answers_One';
import answersMany from '@salesforce/label/c.Pulse_Answers_Many';
import fewAnswers from '@salesforce/label/c.Pulse_Few_Answers';
import trendTitle from '@salesforce/label/c.Pulse_Trend_Title';
import npsTitle from '@salesforce/label/c.Pulse_Nps_Title';
import npsBasisOne from '@salesforce/label/c.Pulse_Nps_Basis_One';
import npsBasisMany from '@salesforce/label/c.Pulse_Nps_Basis_Many';
import answersTitle from '@salesforce/label/c.Pulse_Answers_Title';
import lastAnswerTitle from '@salesforce/label/c.Pulse_Last_Answer_Title';
import noneTitle from '@salesforce/label/c.Pulse_None_Title';
import noneText from '@salesforce/label/c.Pulse_None_Text';
import unratedTitle from '@salesforce/label/c.Pulse_Unrated_Title';
import unratedText from '@salesforce/label/c.Pulse_Unrated_Text';
import staleTitle from '@salesforce/label/c.Pulse_Stale_Title';
import staleText from '@salesforce/label/c.Pulse_Stale_Text';
import staleBeforeOne from '@salesforce/label/c.Pulse_Stale_Before_One';
import staleBeforeMany from '@salesforce/label/c.Pulse_Stale_Before_Many';
import noAccessTitle from '@salesforce/label/c.Pulse_No_Access_Title';
import noAccessText from '@salesforce/label/c.Pulse_No_Access_Text';
import errorTitle from '@salesforce/label/c.Pulse_Error_Title';
import segment from '@salesforce/label/c.Pulse_Segment';
import rebaselineTitle from '@salesforce/label/c.Pulse_Rebaseline_Title';
import rebaselineText from '@salesforce/label/c.Pulse_Rebaseline_Text';
import alertTitle from '@salesforce/label/c.Pulse_Alert_Title';
import alertText from '@salesforce/label/c.Pulse_Alert_Text';
import alertTextNoScore from '@salesforce/label/c.Pulse_Alert_Text_No_Score';
import answersSee from '@salesforce/label/c.Pulse_Answers_See';
import formulaShow from '@salesforce/label/c.Pulse_Formula_Show';
import formulaHide from '@salesforce/label/c.Pulse_Formula_Hide';
/** Every word of the card. */
export const LABELS = {
    cardTitle,
    scopeAccount,
    scopeContact,
    gaugeSentence: gaugeSentenceLabel,
    sentence,
    bandWords,
    target,
    outOfTen,
    answersOne,
    answersMany,
    fewAnswers,
    trendTitle,
    npsTitle,
    npsBasisOne,
    npsBasisMany,
    answersTitle,
    lastAnswerTitle,
    noneTitle,
    noneText,
    unratedTitle,
    unratedText,
    staleTitle,
    staleText,
    staleBeforeOne,
    staleBeforeMany,
    noAccessTitle,
    noAccessText,
    errorTitle,
    segment,
    rebaselineTitle,
    rebaselineText,
    alertTitle,
    alertText,
    alertTextNoScore,
    answersSee,
    formulaShow,
    formulaHide,
};
