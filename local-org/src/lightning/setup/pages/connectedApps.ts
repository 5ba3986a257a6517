import { cliClientId } from '../../../oauth/connectedApps.ts';
import { connectedAppsUrl, usersUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, link, numbers, tableOr, textOr, wholeText } from '../html.ts';
import { numberOf, rowsOf, textOf } from '../rows.ts';
import type { SetupPage } from '../setupPage.ts';

/** Clients that may log in. Their secrets are kept as hashes and shown nowhere. */
export const connectedAppsPage: SetupPage = {
  address: connectedAppsUrl,
  entry: connectedAppsUrl,
  show: ({ org }) => {
    const apps = rowsOf(
      org.database,
      'local_connected_app',
      `SELECT a.client_id AS id, a.user_id AS user, a.secret_hash <> '' AS hasSecret,
         EXISTS (SELECT 1 FROM local_app_key k WHERE k.client_id = a.client_id) AS hasKey,
         (SELECT count(*) FROM local_app_approval p WHERE p.client_id = a.client_id) AS approved,
         (SELECT count(*) FROM local_session s WHERE s.client_id = a.client_id AND coalesce(s.expires_at, ?1) >= ?1) AS sessions
       FROM local_connected_app a ORDER BY a.client_id`,
      Date.now(),
    );
    const rows = apps.map((app) => {
      const [id, userId] = [textOf(app, 'id'), textOf(app, 'user')];
      const user = org.user(userId);
      return [
        id === cliClientId ? 'Salesforce CLI' : 'Client of this org',
        `<code>${escapeHtml(id)}</code>`,
        user === undefined ? textOr('') : link(viewUrl(usersUrl, userId), user.name),
        [
          numberOf(app, 'hasSecret') === 1 ? badge('Client secret') : badge('Public, by PKCE'),
          numberOf(app, 'hasKey') === 1 ? badge('Certificate for JWT') : '',
        ].join(' '),
        wholeText(numberOf(app, 'approved')),
        wholeText(numberOf(app, 'sessions')),
      ];
    });
    const columns = ['App', 'Consumer key', 'Runs as', 'Proves itself by', numbers('Approved for'), numbers('Open sessions')];
    return { title: 'Connected apps', content: card('Clients', tableOr('There are no clients.', 'Connected apps', columns, rows)) };
  },
};
