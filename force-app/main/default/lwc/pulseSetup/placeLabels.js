// Generated from lwc-ts-src/pulseSetup/placeLabels.ts by `npm run build:lwc`. Change the source, not this file.
import permissionSets from '@salesforce/label/c.Pulse_Setup_Place_Permission_Sets';
import appBuilder from '@salesforce/label/c.Pulse_Setup_Place_App_Builder';
import flows from '@salesforce/label/c.Pulse_Setup_Place_Flows';
import notificationTypes from '@salesforce/label/c.Pulse_Setup_Place_Notification_Types';
import surveys from '@salesforce/label/c.Pulse_Setup_Place_Surveys';
import touchpoints from '@salesforce/label/c.Pulse_Setup_Place_Touchpoints';
import invitations from '@salesforce/label/c.Pulse_Setup_Place_Invitations';
import metadataTypes from '@salesforce/label/c.Pulse_Setup_Place_Metadata_Types';
import accounts from '@salesforce/label/c.Pulse_Setup_Place_Accounts';
import logs from '@salesforce/label/c.Pulse_Setup_Place_Logs';
import checks from '@salesforce/label/c.Pulse_Setup_Place_Checks';
import responses from '@salesforce/label/c.Pulse_Setup_Place_Responses';
/** Names of the places where steps are done. */
export const LABELS = {
    permissionSets,
    appBuilder,
    flows,
    notificationTypes,
    surveys,
    touchpoints,
    invitations,
    metadataTypes,
    accounts,
    logs,
    checks,
    responses,
};
