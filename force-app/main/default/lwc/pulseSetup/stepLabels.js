// Generated from lwc-ts-src/pulseSetup/stepLabels.ts by `npm run build:lwc`. Change the source, not this file.
import permissionSetsTitle from '@salesforce/label/c.Pulse_Setup_Permission_Sets_Title';
import permissionSetsWhy from '@salesforce/label/c.Pulse_Setup_Permission_Sets_Why';
import permissionSetsHow from '@salesforce/label/c.Pulse_Setup_Permission_Sets_How';
import recordPagesTitle from '@salesforce/label/c.Pulse_Setup_Record_Pages_Title';
import recordPagesWhy from '@salesforce/label/c.Pulse_Setup_Record_Pages_Why';
import recordPagesHow from '@salesforce/label/c.Pulse_Setup_Record_Pages_How';
import flowsActiveTitle from '@salesforce/label/c.Pulse_Setup_Flows_Active_Title';
import flowsActiveWhy from '@salesforce/label/c.Pulse_Setup_Flows_Active_Why';
import flowsActiveHow from '@salesforce/label/c.Pulse_Setup_Flows_Active_How';
import notificationsTitle from '@salesforce/label/c.Pulse_Setup_Notifications_Title';
import notificationsWhy from '@salesforce/label/c.Pulse_Setup_Notifications_Why';
import notificationsHow from '@salesforce/label/c.Pulse_Setup_Notifications_How';
import surveysTitle from '@salesforce/label/c.Pulse_Setup_Surveys_Title';
import surveysWhy from '@salesforce/label/c.Pulse_Setup_Surveys_Why';
import surveysHow from '@salesforce/label/c.Pulse_Setup_Surveys_How';
import fallbackOwnersTitle from '@salesforce/label/c.Pulse_Setup_Fallback_Owners_Title';
import fallbackOwnersWhy from '@salesforce/label/c.Pulse_Setup_Fallback_Owners_Why';
import fallbackOwnersHow from '@salesforce/label/c.Pulse_Setup_Fallback_Owners_How';
import touchpointsTitle from '@salesforce/label/c.Pulse_Setup_Touchpoints_Title';
import touchpointsWhy from '@salesforce/label/c.Pulse_Setup_Touchpoints_Why';
import touchpointsHow from '@salesforce/label/c.Pulse_Setup_Touchpoints_How';
import templatesChosenTitle from '@salesforce/label/c.Pulse_Setup_Templates_Chosen_Title';
import templatesChosenWhy from '@salesforce/label/c.Pulse_Setup_Templates_Chosen_Why';
import templatesChosenHow from '@salesforce/label/c.Pulse_Setup_Templates_Chosen_How';
import invitationsTitle from '@salesforce/label/c.Pulse_Setup_Invitations_Title';
import invitationsWhy from '@salesforce/label/c.Pulse_Setup_Invitations_Why';
import invitationsHow from '@salesforce/label/c.Pulse_Setup_Invitations_How';
import settingsTitle from '@salesforce/label/c.Pulse_Setup_Settings_Title';
import settingsWhy from '@salesforce/label/c.Pulse_Setup_Settings_Why';
import settingsHow from '@salesforce/label/c.Pulse_Setup_Settings_How';
import policyTitle from '@salesforce/label/c.Pulse_Setup_Policy_Title';
import policyWhy from '@salesforce/label/c.Pulse_Setup_Policy_Why';
import policyHow from '@salesforce/label/c.Pulse_Setup_Policy_How';
import segmentsTitle from '@salesforce/label/c.Pulse_Setup_Segments_Title';
import segmentsWhy from '@salesforce/label/c.Pulse_Setup_Segments_Why';
import segmentsHow from '@salesforce/label/c.Pulse_Setup_Segments_How';
import faultsTitle from '@salesforce/label/c.Pulse_Setup_Faults_Title';
import faultsWhy from '@salesforce/label/c.Pulse_Setup_Faults_Why';
import faultsHow from '@salesforce/label/c.Pulse_Setup_Faults_How';
import verificationTitle from '@salesforce/label/c.Pulse_Setup_Verification_Title';
import verificationWhy from '@salesforce/label/c.Pulse_Setup_Verification_Why';
import verificationHow from '@salesforce/label/c.Pulse_Setup_Verification_How';
import quarantineTitle from '@salesforce/label/c.Pulse_Setup_Quarantine_Title';
import quarantineWhy from '@salesforce/label/c.Pulse_Setup_Quarantine_Why';
import quarantineHow from '@salesforce/label/c.Pulse_Setup_Quarantine_How';
import unlinkedTitle from '@salesforce/label/c.Pulse_Setup_Unlinked_Title';
import unlinkedWhy from '@salesforce/label/c.Pulse_Setup_Unlinked_Why';
import unlinkedHow from '@salesforce/label/c.Pulse_Setup_Unlinked_How';
import serviceConnectedTitle from '@salesforce/label/c.Pulse_Setup_Service_Connected_Title';
import serviceConnectedWhy from '@salesforce/label/c.Pulse_Setup_Service_Connected_Why';
import serviceConnectedHow from '@salesforce/label/c.Pulse_Setup_Service_Connected_How';
import retentionTitle from '@salesforce/label/c.Pulse_Setup_Retention_Title';
import retentionWhy from '@salesforce/label/c.Pulse_Setup_Retention_Why';
import retentionHow from '@salesforce/label/c.Pulse_Setup_Retention_How';
/** Title, reason and instructions of each step. */
export const LABELS = {
    permissionSetsTitle,
    permissionSetsWhy,
    permissionSetsHow,
    recordPagesTitle,
    recordPagesWhy,
    recordPagesHow,
    flowsActiveTitle,
    flowsActiveWhy,
    flowsActiveHow,
    notificationsTitle,
    notificationsWhy,
    notificationsHow,
    surveysTitle,
    surveysWhy,
    surveysHow,
    fallbackOwnersTitle,
    fallbackOwnersWhy,
    fallbackOwnersHow,
    touchpointsTitle,
    touchpointsWhy,
    touchpointsHow,
    templatesChosenTitle,
    templatesChosenWhy,
    templatesChosenHow,
    invitationsTitle,
    invitationsWhy,
    invitationsHow,
    settingsTitle,
    settingsWhy,
    settingsHow,
    policyTitle,
    policyWhy,
    policyHow,
    segmentsTitle,
    segmentsWhy,
    segmentsHow,
    faultsTitle,
    faultsWhy,
    faultsHow,
    verificationTitle,
    verificationWhy,
    verificationHow,
    quarantineTitle,
    quarantineWhy,
    quarantineHow,
    unlinkedTitle,
    unlinkedWhy,
    unlinkedHow,
    serviceConnectedTitle,
    serviceConnectedWhy,
    serviceConnectedHow,
    retentionTitle,
    retentionWhy,
    retentionHow,
};
