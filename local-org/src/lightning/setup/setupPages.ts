import { bulkJobPage, bulkJobsPage } from './pages/bulkJobs.ts';
import { clockPage } from './pages/clock.ts';
import { connectedAppsPage } from './pages/connectedApps.ts';
import { deploymentPage, deploymentsPage } from './pages/deployments.ts';
import { emailPage, emailsPage } from './pages/emails.ts';
import { fieldPage } from './pages/field.ts';
import { flowRunPage, flowRunsPage } from './pages/flowRuns.ts';
import { flowPage, flowsPage } from './pages/flows.ts';
import { homePage } from './pages/home.ts';
import { lightningOutPage } from './pages/lightningOut.ts';
import { limitsPage } from './pages/limits.ts';
import { loginHistoryPage } from './pages/loginHistory.ts';
import { notificationsPage } from './pages/notifications.ts';
import { objectPage } from './pages/object.ts';
import { objectManagerPage } from './pages/objects.ts';
import { permissionSetPage, permissionSetsPage } from './pages/permissionSets.ts';
import { scheduledWorkPage } from './pages/scheduledWork.ts';
import { searchPage } from './pages/search.ts';
import { sessionPage } from './pages/session.ts';
import { themePage } from './pages/theme.ts';
import { newUserPage, userPage } from './pages/user.ts';
import { usersPage } from './pages/users.ts';
import type { SetupPage } from './setupPage.ts';

/** Every page of Setup. */
export const setupPages: readonly SetupPage[] = [
  homePage,
  searchPage,
  usersPage,
  newUserPage,
  userPage,
  permissionSetsPage,
  permissionSetPage,
  connectedAppsPage,
  loginHistoryPage,
  objectManagerPage,
  objectPage,
  fieldPage,
  flowsPage,
  flowPage,
  flowRunsPage,
  flowRunPage,
  scheduledWorkPage,
  emailsPage,
  emailPage,
  notificationsPage,
  deploymentsPage,
  deploymentPage,
  bulkJobsPage,
  bulkJobPage,
  limitsPage,
  clockPage,
  themePage,
  sessionPage,
  lightningOutPage,
];
