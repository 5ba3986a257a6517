import type { RequestUser } from '../../requestUser.ts';
import { has } from '../access.ts';
import { badRequest } from '../analyticsErrors.ts';
import type { AnalyticsOrg } from '../analyticsOrg.ts';
import type { StoredDashboard } from '../catalogue.ts';

/** As whom a dashboard's reports run. */
export interface RunningUser {
  readonly user: RequestUser;
  /** Whether the reader may choose somebody else. */
  readonly changeable: boolean;
}

/**
 * The user as whom a dashboard is shown to a reader.
 * @param wanted id that the request asks for
 * @throws SalesforceError BAD_REQUEST in the API's words ("Dashboard-level errors")
 */
export function runningUser(
  org: AnalyticsOrg,
  { item, runningUserId }: StoredDashboard,
  viewer: RequestUser,
  wanted: string | undefined,
): RunningUser {
  const changeable = item.dashboardType === 'MyTeamUser' && (has(viewer, 'ViewAllData') || has(viewer, 'ViewMyTeamsDashboards'));
  if (wanted !== undefined && !isSame(wanted, viewer.id)) {
    if (!changeable || !has(viewer, 'ViewAllData')) throw mayNotView();
    return { user: readable(org.user(wanted), viewer), changeable };
  }
  if (item.dashboardType === 'LoggedInUser' || wanted !== undefined) {
    if (item.dashboardType === 'SpecifiedUser') throw mayNotView();
    return { user: viewer, changeable };
  }
  return { user: readable(runningUserId === null ? undefined : org.user(runningUserId), viewer), changeable };
}

/** What the running user reaches, in the words of the reader. */
function readable(user: RequestUser | undefined, { language, locale }: RequestUser): RequestUser {
  if (user === undefined)
    throw badRequest(
      'The running user for this dashboard is inactive. Your system administrator should select an active user for this dashboard.',
    );
  if (!has(user, 'RunReports'))
    throw badRequest(
      'The running user for this dashboard doesn’t have permission to run reports. Your system administrator should select a different running user for this dashboard.',
    );
  // Properties are read one by one: a user's access is looked up when it is asked for.
  return { ...user, language, locale };
}

function mayNotView(): Error {
  return badRequest('You don’t have permission to view data as this user.');
}

function isSame(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}
