import caption from '@salesforce/label/c.Pulse_Portfolio_Title';
import risk from '@salesforce/label/c.Pulse_Portfolio_Risk';
import customer from '@salesforce/label/c.Pulse_Portfolio_Customer';
import owner from '@salesforce/label/c.Pulse_Portfolio_Owner';
import revenue from '@salesforce/label/c.Pulse_Portfolio_Revenue';
import why from '@salesforce/label/c.Pulse_Portfolio_Why';
import actions from '@salesforce/label/c.Pulse_Portfolio_Actions';
import pulse from '@salesforce/label/c.Pulse_Portfolio_Pulse';
import trend from '@salesforce/label/c.Pulse_Trend_Title';
import lastAnswer from '@salesforce/label/c.Pulse_Last_Answer_Title';
import ask from '@salesforce/label/c.Pulse_Action_Ask';
import start from '@salesforce/label/c.Pulse_Action_Start_Follow_Up';
import open from '@salesforce/label/c.Pulse_Action_Open_Follow_Up';

/** Every word of the table. */
export const LABELS = { caption, risk, customer, owner, revenue, why, actions, pulse, trend, lastAnswer, ask, start, open } as const;
