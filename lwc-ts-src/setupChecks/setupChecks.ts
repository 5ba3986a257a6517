/** What the setup page can see for itself: one check for each of these steps. */
import type { Check } from './check';
import { faults, invitations, quarantine, segments, unlinked, verification } from './health';
import { permissionSets } from './people';
import { policy, settings } from './settings';
import { fallbackOwners, surveys, touchpoints } from './surveys';

export type { Check, Finding, QueryData } from './check';
export { named } from './names';

/** The checks by the key of their step. */
export const CHECKS: Readonly<Record<string, Check>> = {
  permissionSets,
  surveys,
  fallbackOwners,
  touchpoints,
  invitations,
  settings,
  policy,
  segments,
  faults,
  verification,
  quarantine,
  unlinked,
};
