// Generated from lwc-ts-src/responseItem/labels.ts by `npm run build:lwc`. Change the source, not this file.
import answerLink from '@salesforce/label/c.Pulse_Answer_Link';
import thisAnswer from '@salesforce/label/c.Pulse_This_Answer';
import showMore from '@salesforce/label/c.Pulse_Comment_Show_More';
import showLess from '@salesforce/label/c.Pulse_Comment_Show_Less';
import reasons from '@salesforce/label/c.Pulse_Reasons';
import reasonFromAi from '@salesforce/label/c.Pulse_Reason_From_AI';
import followUp from '@salesforce/label/c.Pulse_Follow_Up_Named';
import notCounted from '@salesforce/label/c.Pulse_Not_Counted';
import loading from '@salesforce/label/c.Pulse_Loading';
import actions from '@salesforce/label/c.Pulse_Answer_Actions';
import open from '@salesforce/label/c.Pulse_Answer_Open';
import openFollowUp from '@salesforce/label/c.Pulse_Action_Open_Follow_Up';
import exclude from '@salesforce/label/c.Pulse_Answer_Exclude';
import include from '@salesforce/label/c.Pulse_Answer_Include';
import release from '@salesforce/label/c.Pulse_Answer_Release';
/** Every word of one answer that is not part of its data. */
export const LABELS = {
    answerLink,
    thisAnswer,
    showMore,
    showLess,
    reasons,
    reasonFromAi,
    followUp,
    notCounted,
    loading,
    actions,
    open,
    openFollowUp,
    exclude,
    include,
    release,
};
