import more from '@salesforce/label/c.Pulse_Wall_More';
import nobodyAssigned from '@salesforce/label/c.Pulse_Setup_Found_Nobody_Assigned';
import noAdminAssigned from '@salesforce/label/c.Pulse_Setup_Found_No_Admin';
import assigned from '@salesforce/label/c.Pulse_Setup_Found_Assigned';
import noSurvey from '@salesforce/label/c.Pulse_Setup_Found_No_Survey';
import incompleteSurveys from '@salesforce/label/c.Pulse_Setup_Found_Incomplete_Surveys';
import surveysFine from '@salesforce/label/c.Pulse_Setup_Found_Surveys';
import noFallback from '@salesforce/label/c.Pulse_Setup_Found_No_Fallback';
import inactiveFallback from '@salesforce/label/c.Pulse_Setup_Found_Inactive_Fallback';
import fallbackFine from '@salesforce/label/c.Pulse_Setup_Found_Fallback';
import noTouchpoints from '@salesforce/label/c.Pulse_Setup_Found_No_Touchpoints';
import missingTouchpoints from '@salesforce/label/c.Pulse_Setup_Found_Missing_Touchpoints';
import noLead from '@salesforce/label/c.Pulse_Setup_Found_No_Lead';
import inactiveLead from '@salesforce/label/c.Pulse_Setup_Found_Inactive_Lead';
import touchpointsFine from '@salesforce/label/c.Pulse_Setup_Found_Touchpoints';
import stuckInvitations from '@salesforce/label/c.Pulse_Setup_Found_Stuck';
import invitationsFine from '@salesforce/label/c.Pulse_Setup_Found_Not_Stuck';
import missingSettings from '@salesforce/label/c.Pulse_Setup_Found_Missing_Settings';
import wrongSettings from '@salesforce/label/c.Pulse_Setup_Found_Wrong_Settings';
import setting from '@salesforce/label/c.Pulse_Setup_Found_Setting';
import coolDowns from '@salesforce/label/c.Pulse_Setup_Found_Cool_Downs';
import noCoolDowns from '@salesforce/label/c.Pulse_Setup_Found_No_Cool_Downs';
import shortCoolDown from '@salesforce/label/c.Pulse_Setup_Found_Short_Cool_Down';
import noSegment from '@salesforce/label/c.Pulse_Setup_Found_No_Segment';
import segmentsFine from '@salesforce/label/c.Pulse_Setup_Found_Segments';
import faults from '@salesforce/label/c.Pulse_Setup_Found_Faults';
import noFaults from '@salesforce/label/c.Pulse_Setup_Found_No_Faults';
import neverVerified from '@salesforce/label/c.Pulse_Setup_Found_Never_Verified';
import verifiedLongAgo from '@salesforce/label/c.Pulse_Setup_Found_Verified_Long_Ago';
import verifyFailed from '@salesforce/label/c.Pulse_Setup_Found_Verify_Failed';
import verified from '@salesforce/label/c.Pulse_Setup_Found_Verified';
import quarantined from '@salesforce/label/c.Pulse_Setup_Found_Quarantined';
import noneQuarantined from '@salesforce/label/c.Pulse_Setup_Found_None_Quarantined';
import unlinked from '@salesforce/label/c.Pulse_Setup_Found_Unlinked';
import noneUnlinked from '@salesforce/label/c.Pulse_Setup_Found_None_Unlinked';

/** What checks say of what they found. */
export const LABELS = {
  nobodyAssigned,
  noAdminAssigned,
  assigned,
  noSurvey,
  incompleteSurveys,
  surveysFine,
  noFallback,
  inactiveFallback,
  fallbackFine,
  noTouchpoints,
  missingTouchpoints,
  noLead,
  inactiveLead,
  touchpointsFine,
  stuckInvitations,
  invitationsFine,
  missingSettings,
  wrongSettings,
  setting,
  coolDowns,
  noCoolDowns,
  shortCoolDown,
  noSegment,
  segmentsFine,
  faults,
  noFaults,
  neverVerified,
  verifiedLongAgo,
  verifyFailed,
  verified,
  quarantined,
  noneQuarantined,
  unlinked,
  noneUnlinked,
  more,
} as const;
