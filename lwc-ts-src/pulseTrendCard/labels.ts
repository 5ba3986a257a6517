import answerRating from '@salesforce/label/c.Pulse_Answer_Rating';
import answersFailed from '@salesforce/label/c.Pulse_Answers_Failed';
import answersHide from '@salesforce/label/c.Pulse_Answers_Hide';
import answersNewest from '@salesforce/label/c.Pulse_Answers_Newest';
import answersShow from '@salesforce/label/c.Pulse_Answers_Show';
import answersTitle from '@salesforce/label/c.Pulse_Answers_Title';
import bandColumn from '@salesforce/label/c.Pulse_Filter_Band';
import bandWords from '@salesforce/label/c.Pulse_Band_Words';
import countAnswersMany from '@salesforce/label/c.Pulse_Count_Answers_Many';
import countAnswersOne from '@salesforce/label/c.Pulse_Count_Answers_One';
import emptyText from '@salesforce/label/c.Pulse_Over_Time_Empty_Text';
import emptyTitle from '@salesforce/label/c.Pulse_Over_Time_Empty_Title';
import end from '@salesforce/label/c.Pulse_Over_Time_End';
import month from '@salesforce/label/c.Pulse_Month';
import name from '@salesforce/label/c.Pulse_Over_Time_Name';
import none from '@salesforce/label/c.Pulse_Over_Time_None';
import pulse from '@salesforce/label/c.Pulse_Pulse';
import rebaseline from '@salesforce/label/c.Pulse_Rebaseline_Text';
import target from '@salesforce/label/c.Pulse_Target';
import targetColumn from '@salesforce/label/c.Pulse_Target_Title';
import title from '@salesforce/label/c.Pulse_Over_Time_Title';
import today from '@salesforce/label/c.Pulse_Over_Time_Today';
import window from '@salesforce/label/c.Pulse_Over_Time_Window';

/** Every word of the card. */
export const LABELS = {
  answerRating,
  answersFailed,
  answersHide,
  answersNewest,
  answersShow,
  answersTitle,
  bandColumn,
  bandWords,
  countAnswersMany,
  countAnswersOne,
  emptyText,
  emptyTitle,
  end,
  month,
  name,
  none,
  pulse,
  rebaseline,
  target,
  targetColumn,
  title,
  today,
  window,
} as const;
