import survey from '@salesforce/label/c.Pulse_Ask_Survey';
import wait from '@salesforce/label/c.Pulse_Ask_Wait';
import waitHelp from '@salesforce/label/c.Pulse_Ask_Wait_Help';
import last from '@salesforce/label/c.Pulse_Ask_Last';
import never from '@salesforce/label/c.Pulse_Ask_Never';
import checking from '@salesforce/label/c.Pulse_Ask_Checking';
import may from '@salesforce/label/c.Pulse_Ask_May';
import when from '@salesforce/label/c.Pulse_Ask_When';
import mayNot from '@salesforce/label/c.Pulse_Ask_May_Not';
import next from '@salesforce/label/c.Pulse_Ask_Next';
import askNow from '@salesforce/label/c.Pulse_Ask_Now';
import done from '@salesforce/label/c.Pulse_Ask_Done';
import openInvitation from '@salesforce/label/c.Pulse_Ask_Open_Invitation';
import failed from '@salesforce/label/c.Pulse_Ask_Failed';
import notStarted from '@salesforce/label/c.Pulse_Ask_Not_Started';
import errorTitle from '@salesforce/label/c.Pulse_Ask_Error_Title';
import noContactTitle from '@salesforce/label/c.Pulse_Ask_No_Contact_Title';
import noSurveyTitle from '@salesforce/label/c.Pulse_Ask_No_Survey_Title';
import noSurveyText from '@salesforce/label/c.Pulse_Ask_No_Survey_Text';
import loading from '@salesforce/label/c.Pulse_Loading';
import tryAgain from '@salesforce/label/c.Pulse_Try_Again';
import cancel from '@salesforce/label/c.Pulse_Cancel';
import close from '@salesforce/label/c.Pulse_Action_Close';

/** Every word of the form. */
export const LABELS = {
  survey,
  wait,
  waitHelp,
  last,
  never,
  checking,
  may,
  when,
  mayNot,
  next,
  askNow,
  done,
  openInvitation,
  failed,
  notStarted,
  errorTitle,
  noContactTitle,
  noSurveyTitle,
  noSurveyText,
  loading,
  tryAgain,
  cancel,
  close,
} as const;
