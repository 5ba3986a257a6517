import { loginAsUrl } from '../../oauth/loginAs.ts';
import type { Org } from '../../org.ts';
import { escapeHtml } from '../pages/htmlPage.ts';
import { card, momentText, setupPage, table, usersUrl } from './setupFrame.ts';

/** A user in the list of users. */
export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: string;
  readonly profile: string;
  readonly active: boolean;
  /** Epoch milliseconds; undefined for somebody who never logged in. */
  readonly lastLogin: number | undefined;
}

/** Users that the page lists. */
const mostUsers = 500;

/** The org's users, those that may log in first. */
export function userRows(org: Org): readonly UserRow[] {
  const rows = org.database
    .prepareArrays(
      `SELECT u."Id", coalesce(u."Name", u."LastName"), u."Username", r."Name", p."Name", u."IsActive", u."LastLoginDate" FROM "User" u
       LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId" LEFT JOIN "Profile" p ON p."Id" = u."ProfileId"
       WHERE u."IsDeleted" = 0 AND u."Username" IS NOT NULL ORDER BY u."IsActive" DESC, 2 LIMIT ?`,
    )
    .all(mostUsers);
  return rows.map(([id, name, username, role, profile, active, lastLogin]) => ({
    id: String(id),
    name: text(name),
    username: text(username),
    role: text(role),
    profile: text(profile),
    active: active === 1,
    lastLogin: typeof lastLogin === 'number' ? lastLogin : undefined,
  }));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Setup's list of users, each with a button to see the org as they do. @param selfId who looks */
export function usersPage(users: readonly UserRow[], selfId: string, timeZone: string): string {
  const rows = users.map((user) => [
    escapeHtml(user.name),
    escapeHtml(user.username),
    user.role === '' ? '–' : escapeHtml(user.role),
    escapeHtml(user.profile),
    user.active ? 'Active' : 'Inactive',
    user.lastLogin === undefined ? 'Never' : momentText(user.lastLogin, timeZone),
    loginAs(user, selfId),
  ]);
  const columns = ['Name', 'Username', 'Role', 'Profile', 'Status', 'Last login', 'Action'];
  const said = `<p class="slds-m-bottom_small">“Log in as” shows the org as this user sees it, with their objects, fields and records. A bar on every page says so, and brings you back.</p>`;
  return setupPage('Users', usersUrl, card('Users', said + table('Users', columns, rows)));
}

function loginAs(user: UserRow, selfId: string): string {
  if (user.id === selfId) return 'You';
  if (!user.active) return '–';
  return `<form method="post" action="${loginAsUrl}"><input type="hidden" name="userId" value="${escapeHtml(user.id)}">
    <button type="submit" class="slds-button slds-button_neutral">Log in as<span class="slds-assistive-text"> ${escapeHtml(user.name)}</span></button></form>`;
}
