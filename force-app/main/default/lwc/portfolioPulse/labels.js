// Generated from lwc-ts-src/portfolioPulse/labels.ts by `npm run build:lwc`. Change the source, not this file.
import title from '@salesforce/label/c.Pulse_Portfolio_Title';
import whose from '@salesforce/label/c.Pulse_Portfolio_Whose';
import mine from '@salesforce/label/c.Pulse_Portfolio_Mine';
import team from '@salesforce/label/c.Pulse_Portfolio_Team';
import everybody from '@salesforce/label/c.Pulse_Portfolio_Everybody';
import reading from '@salesforce/label/c.Pulse_Portfolio_Reading';
import cut from '@salesforce/label/c.Pulse_Portfolio_Cut';
import orderText from '@salesforce/label/c.Pulse_Portfolio_Order_Text';
import emptyTitle from '@salesforce/label/c.Pulse_Portfolio_Empty_Title';
import emptyText from '@salesforce/label/c.Pulse_Portfolio_Empty_Text';
import emptyTextOthers from '@salesforce/label/c.Pulse_Portfolio_Empty_Text_Others';
import errorTitle from '@salesforce/label/c.Pulse_Portfolio_Error_Title';
import noFollowUps from '@salesforce/label/c.Pulse_Portfolio_No_Follow_Ups';
import refresh from '@salesforce/label/c.Pulse_Action_Refresh';
import started from '@salesforce/label/c.Pulse_Follow_Up_Started';
import notStarted from '@salesforce/label/c.Pulse_Follow_Up_Not_Started';
/** Every word of the portfolio around its list. */
export const LABELS = {
    title,
    whose,
    mine,
    team,
    everybody,
    reading,
    cut,
    orderText,
    emptyTitle,
    emptyText,
    emptyTextOthers,
    errorTitle,
    noFollowUps,
    refresh,
    started,
    notStarted,
};
