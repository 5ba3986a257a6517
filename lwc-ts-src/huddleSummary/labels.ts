import title from '@salesforce/label/c.Pulse_Huddle_Title';
import sheet from '@salesforce/label/c.Pulse_Huddle_Sheet';
import weekly from '@salesforce/label/c.Pulse_Huddle_Weekly';
import shift from '@salesforce/label/c.Pulse_Huddle_Shift';
import print from '@salesforce/label/c.Pulse_Huddle_Print';
import since from '@salesforce/label/c.Pulse_Huddle_Since';
import hours from '@salesforce/label/c.Pulse_Huddle_Hours';
import made from '@salesforce/label/c.Pulse_Huddle_Made';
import at from '@salesforce/label/c.Pulse_Huddle_At';
import newOnes from '@salesforce/label/c.Pulse_Huddle_New';
import isNew from '@salesforce/label/c.Pulse_Huddle_Is_New';
import newDetractors from '@salesforce/label/c.Pulse_Huddle_Detractors';
import resolved from '@salesforce/label/c.Pulse_Huddle_Resolved';
import inTime from '@salesforce/label/c.Pulse_Huddle_In_Time';
import reasons from '@salesforce/label/c.Pulse_Huddle_Reasons';
import moved from '@salesforce/label/c.Pulse_Huddle_Moved';
import noMove from '@salesforce/label/c.Pulse_Huddle_No_Move';
import noCompare from '@salesforce/label/c.Pulse_Huddle_No_Compare';
import reason from '@salesforce/label/c.Pulse_Huddle_Reason';
import now from '@salesforce/label/c.Pulse_Huddle_Now';
import before from '@salesforce/label/c.Pulse_Huddle_Before';
import share from '@salesforce/label/c.Pulse_Huddle_Share';
import points from '@salesforce/label/c.Pulse_Huddle_Points';
import why from '@salesforce/label/c.Pulse_Huddle_Why';
import owner from '@salesforce/label/c.Pulse_Huddle_Owner';
import due from '@salesforce/label/c.Pulse_Huddle_Due';
import isOverdue from '@salesforce/label/c.Pulse_Huddle_Overdue';
import escalated from '@salesforce/label/c.Pulse_Huddle_Escalated';
import resolvedAt from '@salesforce/label/c.Pulse_Huddle_Resolved_At';
import noneOpen from '@salesforce/label/c.Pulse_Huddle_None_Open';
import noneDetractors from '@salesforce/label/c.Pulse_Huddle_None_Detractors';
import noneResolved from '@salesforce/label/c.Pulse_Huddle_None_Resolved';
import noFollowUp from '@salesforce/label/c.Pulse_Huddle_No_Follow_Up';
import handedOver from '@salesforce/label/c.Pulse_Huddle_Handed_Over';
import takenOver from '@salesforce/label/c.Pulse_Huddle_Taken_Over';
import note from '@salesforce/label/c.Pulse_Huddle_Note';
import noteShift from '@salesforce/label/c.Pulse_Huddle_Note_Shift';
import errorTitle from '@salesforce/label/c.Pulse_Huddle_Error';
import span from '@salesforce/label/c.Pulse_Board_Span';
import measureRelational from '@salesforce/label/c.Pulse_Board_Measure_Relational';
import margin from '@salesforce/label/c.Pulse_Board_Margin';
import ratedOne from '@salesforce/label/c.Pulse_Board_Answers_One';
import ratedMany from '@salesforce/label/c.Pulse_Board_Answers_Many';
import change from '@salesforce/label/c.Pulse_Board_Column_Change';
import answersOne from '@salesforce/label/c.Pulse_Count_Answers_One';
import answersMany from '@salesforce/label/c.Pulse_Count_Answers_Many';
import few from '@salesforce/label/c.Pulse_Few_Answers';
import open from '@salesforce/label/c.Pulse_Wall_Open';
import overdue from '@salesforce/label/c.Pulse_Wall_Overdue';
import noneOverdue from '@salesforce/label/c.Pulse_Wall_None_Overdue';
import noValue from '@salesforce/label/c.Pulse_Wall_No_Value';
import more from '@salesforce/label/c.Pulse_Wall_More';
import customer from '@salesforce/label/c.Pulse_Portfolio_Customer';
import status from '@salesforce/label/c.Pulse_Column_Status';
import person from '@salesforce/label/c.Pulse_Column_Person';
import rating from '@salesforce/label/c.Pulse_Column_Rating';
import answered from '@salesforce/label/c.Pulse_Column_Date';
import followUp from '@salesforce/label/c.Pulse_Follow_Up';
import rootCause from '@salesforce/label/c.Pulse_Guide_Root_Cause';
import outcome from '@salesforce/label/c.Pulse_Guide_Outcome';
import touchpoint from '@salesforce/label/c.Pulse_Filter_Touchpoint';
import period from '@salesforce/label/c.Pulse_Filter_Period';
import all from '@salesforce/label/c.Pulse_Filter_All';

/** Every word of the sheets. */
export const LABELS = {
  title,
  sheet,
  weekly,
  shift,
  print,
  since,
  hours,
  made,
  at,
  newOnes,
  isNew,
  newDetractors,
  resolved,
  inTime,
  reasons,
  moved,
  noMove,
  noCompare,
  reason,
  now,
  before,
  share,
  points,
  why,
  owner,
  due,
  isOverdue,
  escalated,
  resolvedAt,
  noneOpen,
  noneDetractors,
  noneResolved,
  noFollowUp,
  handedOver,
  takenOver,
  note,
  noteShift,
  errorTitle,
  span,
  measureRelational,
  margin,
  ratedOne,
  ratedMany,
  change,
  answersOne,
  answersMany,
  few,
  open,
  overdue,
  noneOverdue,
  noValue,
  more,
  customer,
  status,
  person,
  rating,
  answered,
  followUp,
  rootCause,
  outcome,
  touchpoint,
  period,
  all,
} as const;
