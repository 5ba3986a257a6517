import contact from '@salesforce/label/c.Pulse_Ask_Contact';
import noContactsTitle from '@salesforce/label/c.Pulse_Ask_No_Contacts_Title';
import noContactsText from '@salesforce/label/c.Pulse_Ask_No_Contacts_Text';
import errorTitle from '@salesforce/label/c.Pulse_Ask_Error_Title';
import loading from '@salesforce/label/c.Pulse_Loading';
import tryAgain from '@salesforce/label/c.Pulse_Try_Again';

/** Every word that is not the form's. */
export const LABELS = { contact, noContactsTitle, noContactsText, errorTitle, loading, tryAgain } as const;
