import { loginHistoryUrl } from '../addresses.ts';
import { badge, card, momentText, tableOr, textOr } from '../html.ts';
import { momentOf, rowsOf, textOf } from '../rows.ts';
import type { SetupPage } from '../setupPage.ts';

/** Log-ins that the page lists, newest first. */
const mostLogins = 200;

/** History of log-ins and tries. */
export const loginHistoryPage: SetupPage = {
  address: loginHistoryUrl,
  entry: loginHistoryUrl,
  show: ({ org, user: { timeZone } }) => {
    const logins = rowsOf(
      org.database,
      'LoginHistory',
      `SELECT h."LoginTime" AS time, u."Username" AS username, h."LoginType" AS type, h."LoginSubType" AS subtype, h."Status" AS status,
         h."Application" AS application, h."SourceIp" AS ip, h."Browser" AS browser
       FROM "LoginHistory" h LEFT JOIN "User" u ON u."Id" = h."UserId" ORDER BY h."Id" DESC LIMIT ?`,
      mostLogins,
    );
    const rows = logins.map((login) => {
      const time = momentOf(login, 'time');
      const status = textOf(login, 'status');
      return [
        time === undefined ? textOr('') : momentText(time, timeZone),
        textOr(textOf(login, 'username')),
        textOr(textOf(login, 'type')),
        textOr(textOf(login, 'subtype')),
        badge(status, status === 'Success' ? 'good' : 'bad'),
        textOr(textOf(login, 'application')),
        textOr(textOf(login, 'ip')),
        textOr(textOf(login, 'browser')),
      ];
    });
    const columns = ['Time', 'Username', 'Login type', 'Subtype', 'Status', 'Application', 'Source IP', 'Browser'];
    return { title: 'Login history', content: card('Newest first', tableOr('Nobody has logged in yet.', 'Log-ins', columns, rows)) };
  },
};
