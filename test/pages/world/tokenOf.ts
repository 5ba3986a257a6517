import { sessionOf } from '../../../scripts/orgConnection/sessionOf';
import type { RunningOrg } from '../../support/runningOrg';

/**
 * A session of a user, by the JWT bearer flow of the org's own client.
 * @throws Error with the org's words when it refuses
 */
export function tokenOf(org: RunningOrg, username: string): Promise<string> {
  return sessionOf(org.env, username);
}
