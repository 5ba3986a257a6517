// Generated from lwc-ts-src/liveWall/labels.ts by `npm run build:lwc`. Change the source, not this file.
import title from '@salesforce/label/c.Pulse_Wall_Title';
import fullScreen from '@salesforce/label/c.Pulse_Wall_Full_Screen';
import leaveFullScreen from '@salesforce/label/c.Pulse_Wall_Leave_Full_Screen';
import noFullScreen from '@salesforce/label/c.Pulse_Wall_No_Full_Screen';
import updated from '@salesforce/label/c.Pulse_Wall_Updated';
import lost from '@salesforce/label/c.Pulse_Wall_Lost';
import trying from '@salesforce/label/c.Pulse_Wall_Trying';
import newOne from '@salesforce/label/c.Pulse_Wall_New_One';
import newMany from '@salesforce/label/c.Pulse_Wall_New_Many';
import unlinkedOne from '@salesforce/label/c.Pulse_Wall_Unlinked_One';
import unlinkedMany from '@salesforce/label/c.Pulse_Wall_Unlinked_Many';
import errorTitle from '@salesforce/label/c.Pulse_Wall_Error_Title';
import refresh from '@salesforce/label/c.Pulse_Action_Refresh';
/** Every word of the wall's frame. */
export const LABELS = {
    title,
    fullScreen,
    leaveFullScreen,
    noFullScreen,
    updated,
    lost,
    trying,
    newOne,
    newMany,
    unlinkedOne,
    unlinkedMany,
    errorTitle,
    refresh,
};
