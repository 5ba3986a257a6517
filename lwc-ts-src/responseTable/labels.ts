import date from '@salesforce/label/c.Pulse_Column_Date';
import rating from '@salesforce/label/c.Pulse_Column_Rating';
import touchpoint from '@salesforce/label/c.Pulse_Filter_Touchpoint';
import person from '@salesforce/label/c.Pulse_Column_Person';
import comment from '@salesforce/label/c.Pulse_Column_Comment';
import followUp from '@salesforce/label/c.Pulse_Follow_Up';
import detailsOf from '@salesforce/label/c.Pulse_Details_Of';
import thisAnswer from '@salesforce/label/c.Pulse_This_Answer';
import notCounted from '@salesforce/label/c.Pulse_Not_Counted';

/** Every word of the table that is not part of its data. */
export const LABELS = { date, rating, touchpoint, person, comment, followUp, detailsOf, thisAnswer, notCounted } as const;
