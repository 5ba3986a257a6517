// Generated from lwc-ts-src/setupChecks/setupChecks.ts by `npm run build:lwc`. Change the source, not this file.
import { faults, invitations, quarantine, segments, unlinked, verification } from './health';
import { permissionSets } from './people';
import { policy, settings } from './settings';
import { fallbackOwners, surveys, touchpoints } from './surveys';
export { named } from './names';
/** The checks by the key of their step. */
export const CHECKS = {
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
