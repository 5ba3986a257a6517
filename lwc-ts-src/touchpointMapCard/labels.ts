import breaks from '@salesforce/label/c.Pulse_Map_Breaks';
import countAnswersMany from '@salesforce/label/c.Pulse_Count_Answers_Many';
import countAnswersOne from '@salesforce/label/c.Pulse_Count_Answers_One';
import emptyText from '@salesforce/label/c.Pulse_Map_Empty_Text';
import emptyTitle from '@salesforce/label/c.Pulse_Map_Empty_Title';
import even from '@salesforce/label/c.Pulse_Map_Even';
import falls from '@salesforce/label/c.Pulse_Map_Falls';
import fewAnswers from '@salesforce/label/c.Pulse_Few_Answers';
import lowest from '@salesforce/label/c.Pulse_Map_Lowest';
import noAnswers from '@salesforce/label/c.Pulse_Map_No_Answers';
import relationship from '@salesforce/label/c.Pulse_Map_Relationship';
import see from '@salesforce/label/c.Pulse_Map_See';
import title from '@salesforce/label/c.Pulse_Map_Title';
import bandWords from '@salesforce/label/c.Pulse_Band_Words';

/** Every word of the card. */
export const LABELS = {
  bandWords,
  breaks,
  countAnswersMany,
  countAnswersOne,
  emptyText,
  emptyTitle,
  even,
  falls,
  fewAnswers,
  lowest,
  noAnswers,
  relationship,
  see,
  title,
} as const;
