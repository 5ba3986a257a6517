import loading from '@salesforce/label/c.Pulse_Loading';
import refreshing from '@salesforce/label/c.Pulse_Refreshing';
import errorTitle from '@salesforce/label/c.Pulse_Card_Error_Title';
import errorText from '@salesforce/label/c.Pulse_Card_Error_Text';
import noAccessTitle from '@salesforce/label/c.Pulse_Card_No_Access_Title';
import noAccessText from '@salesforce/label/c.Pulse_No_Access_Text';
import tryAgain from '@salesforce/label/c.Pulse_Try_Again';

/** Every word of the frame. */
export const LABELS = { loading, refreshing, errorTitle, errorText, noAccessTitle, noAccessText, tryAgain } as const;
