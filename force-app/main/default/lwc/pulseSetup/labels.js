// Generated from lwc-ts-src/pulseSetup/labels.ts by `npm run build:lwc`. Change the source, not this file.
import heading from '@salesforce/label/c.Pulse_Setup_Heading';
import intro from '@salesforce/label/c.Pulse_Setup_Intro';
import groupReady from '@salesforce/label/c.Pulse_Setup_Group_Ready';
import groupAsk from '@salesforce/label/c.Pulse_Setup_Group_Ask';
import groupPulse from '@salesforce/label/c.Pulse_Setup_Group_Pulse';
import groupRun from '@salesforce/label/c.Pulse_Setup_Group_Run';
import groupDone from '@salesforce/label/c.Pulse_Setup_Group_Done';
import progress from '@salesforce/label/c.Pulse_Setup_Progress';
import next from '@salesforce/label/c.Pulse_Setup_Next';
import showNext from '@salesforce/label/c.Pulse_Setup_Show_Next';
import allDone from '@salesforce/label/c.Pulse_Setup_All_Done';
import checkAgain from '@salesforce/label/c.Pulse_Setup_Check_Again';
import checking from '@salesforce/label/c.Pulse_Setup_Checking';
import onlyOpen from '@salesforce/label/c.Pulse_Setup_Only_Open';
import nothingOpen from '@salesforce/label/c.Pulse_Setup_Nothing_Open';
import noAccessTitle from '@salesforce/label/c.Pulse_Setup_No_Access_Title';
import noAccessText from '@salesforce/label/c.Pulse_Setup_No_Access_Text';
import errorTitle from '@salesforce/label/c.Pulse_Setup_Error_Title';
import savedDone from '@salesforce/label/c.Pulse_Setup_Saved_Done';
import savedMissing from '@salesforce/label/c.Pulse_Setup_Saved_Missing';
import savedNotNeeded from '@salesforce/label/c.Pulse_Setup_Saved_Not_Needed';
import saveFailed from '@salesforce/label/c.Pulse_Setup_Save_Failed';
/** Every word of the page around the steps. */
export const LABELS = {
    heading,
    intro,
    groupReady,
    groupAsk,
    groupPulse,
    groupRun,
    groupDone,
    progress,
    next,
    showNext,
    allDone,
    checkAgain,
    checking,
    onlyOpen,
    nothingOpen,
    noAccessTitle,
    noAccessText,
    errorTitle,
    savedDone,
    savedMissing,
    savedNotNeeded,
    saveFailed,
};
