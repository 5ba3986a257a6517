const page = (name: string): string => `/lightning/setup/${name}/home`;

/** Addresses of the pages of Setup: where the platform has such a page, its address there. */
export const setupHomeUrl = page('SetupOneHome');
export const searchUrl = page('Search');
export const usersUrl = page('ManageUsers');
export const permissionSetsUrl = page('PermSets');
export const loginHistoryUrl = page('OrgLoginHistory');
export const connectedAppsUrl = page('ConnectedApplication');
export const objectsUrl = page('ObjectManager');
export const flowsUrl = page('Flows');
export const flowRunsUrl = page('FlowRuns');
export const scheduledWorkUrl = page('Pausedflows');
export const emailsUrl = page('EmailOutbox');
export const notificationsUrl = page('NotificationOutbox');
export const deploymentsUrl = page('DeployStatus');
export const bulkJobsUrl = page('AsyncApiJobStatus');
export const limitsUrl = page('SystemOverview');
export const clockUrl = page('LocalOrgClock');
export const themeUrl = page('ThemingAndBranding');
export const sessionUrl = page('SecuritySession');
export const lightningOutUrl = page('LightningOut');

/** Address of one thing of a page: `/lightning/setup/Flows/RecordResponse/view`. */
export function viewUrl(home: string, name: string, part?: string): string {
  const base = home.replace(/\/home$/u, `/${encodeURIComponent(name)}`);
  return part === undefined ? `${base}/view` : `${base}/${part}/view`;
}

/** Address of the record page of any record. */
export function recordUrl(id: string): string {
  return `/lightning/r/${encodeURIComponent(id)}/view`;
}
