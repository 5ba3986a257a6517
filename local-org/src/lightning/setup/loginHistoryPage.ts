import type { Org } from '../../org.ts';
import { escapeHtml } from '../pages/htmlPage.ts';
import { card, loginHistoryUrl, momentText, setupPage, table } from './setupFrame.ts';

/** Log-ins that the page lists, newest first. */
const mostLogins = 200;

/** Setup's history of log-ins and tries. */
export function loginHistoryPage(org: Org, timeZone: string): string {
  const rows = org.database
    .prepareArrays(
      `SELECT h."LoginTime", coalesce(u."Username", ''), h."LoginType", h."LoginSubType", h."Status", h."Application", h."SourceIp", h."Browser"
       FROM "LoginHistory" h LEFT JOIN "User" u ON u."Id" = h."UserId" ORDER BY h."Id" DESC LIMIT ?`,
    )
    .all(mostLogins)
    .map(([time, ...texts]) => [
      typeof time === 'number' ? momentText(time, timeZone) : '–',
      ...texts.map((text) => (typeof text === 'string' && text !== '' ? escapeHtml(text) : '–')),
    ]);
  const columns = ['Time', 'Username', 'Login type', 'Subtype', 'Status', 'Application', 'Source IP', 'Browser'];
  const none = '<p>Nobody has logged in yet.</p>';
  return setupPage('Login history', loginHistoryUrl, card('Newest first', rows.length === 0 ? none : table('Log-ins', columns, rows)));
}
