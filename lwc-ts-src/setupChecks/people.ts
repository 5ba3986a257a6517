import { fill, formatWhole } from 'c/pulseWording';
import { countOf, documentOf, type Check } from './check';
import { LABELS } from './labels';

/**
 * Who has a permission set of the package. Where UI API does not give out assignments, the query fails
 * and the step is ticked by hand.
 */
export const permissionSets: Check = {
  query: documentOf(
    'pulseSetupPermissionSets',
    `assigned: PermissionSetAssignment(first: 1, where: { PermissionSet: { Name: { like: "CustomerPulse%" } } }) { totalCount }
    admins: PermissionSetAssignment(first: 1, where: { PermissionSet: { Name: { eq: "CustomerPulseAdmin" } } }) { totalCount }`,
  ),
  read(query) {
    const assigned = countOf(query['assigned']);
    const admins = countOf(query['admins']);
    if (assigned === 0) return { state: 'missing', text: LABELS.nobodyAssigned };
    if (admins === 0) return { state: 'missing', text: fill(LABELS.noAdminAssigned, formatWhole(assigned)) };
    return { state: 'done', text: fill(LABELS.assigned, formatWhole(assigned), formatWhole(admins)) };
  },
};
