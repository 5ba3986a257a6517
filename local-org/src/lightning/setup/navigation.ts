import {
  bulkJobsUrl,
  clockUrl,
  connectedAppsUrl,
  deploymentsUrl,
  emailsUrl,
  flowRunsUrl,
  flowsUrl,
  lightningOutUrl,
  limitsUrl,
  loginHistoryUrl,
  notificationsUrl,
  objectsUrl,
  permissionSetsUrl,
  scheduledWorkUrl,
  sessionUrl,
  setupHomeUrl,
  themeUrl,
  usersUrl,
} from './addresses.ts';

/** An entry of Setup's navigation. */
export interface SetupEntry {
  readonly label: string;
  readonly url: string;
  /** What is found there: the search looks at it, and shows it. */
  readonly about: string;
}

export interface SetupGroup {
  readonly label: string;
  /** Icon of the design system. */
  readonly icon: string;
  readonly entries: readonly SetupEntry[];
}

const entry = (label: string, url: string, about: string): SetupEntry => ({ label, url, about });

/** Setup's navigation: what stands on the left, and what its search finds. */
export const setupGroups: readonly SetupGroup[] = [
  { label: 'Start', icon: 'home', entries: [entry('Setup home', setupHomeUrl, 'How the org is doing, at a glance')] },
  {
    label: 'People',
    icon: 'people',
    entries: [
      entry('Users', usersUrl, 'Add people, their language, time zone and permission sets; log in as somebody'),
      entry('Permission sets', permissionSetsUrl, 'Who may see and do what: objects, fields, flows'),
      entry('Connected apps', connectedAppsUrl, 'Clients that may log in by OAuth'),
      entry('Login history', loginHistoryUrl, 'Who logged in, from where, and who was refused'),
    ],
  },
  {
    label: 'Objects',
    icon: 'database',
    entries: [entry('Object manager', objectsUrl, 'Objects, fields, layouts, validation rules and record types')],
  },
  {
    label: 'Automation',
    icon: 'flow',
    entries: [
      entry('Flows', flowsUrl, 'All flows with their versions and elements'),
      entry('Flow runs', flowRunsUrl, 'What flows did, element by element, and why one failed'),
      entry('Scheduled work', scheduledWorkUrl, 'What waits for its time or for a commit'),
    ],
  },
  {
    label: 'Messages',
    icon: 'email',
    entries: [
      entry('E-mail outbox', emailsUrl, 'E-mails that flows have sent; they never leave the org'),
      entry('Notifications', notificationsUrl, 'Custom notifications that flows have sent'),
    ],
  },
  {
    label: 'Operation',
    icon: 'metrics',
    entries: [
      entry('Deployment status', deploymentsUrl, 'Deployments with their components and problems'),
      entry('Bulk data load jobs', bulkJobsUrl, 'Jobs of the Bulk API'),
      entry('Limits', limitsUrl, 'API calls, storage and what flows use of their limits'),
      entry('Clock', clockUrl, 'Move the time of the org'),
    ],
  },
  {
    label: 'Look and security',
    icon: 'settings',
    entries: [
      entry('Themes', themeUrl, 'SLDS 1 or SLDS 2 (Cosmos) on all pages'),
      entry('Lightning Web Security', sessionUrl, 'Run components inside the sandbox'),
      entry('Lightning Out', lightningOutUrl, 'Which pages may show components of this org: mail and service tools'),
    ],
  },
];
