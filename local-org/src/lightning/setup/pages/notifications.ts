import { notificationsUrl, recordUrl } from '../addresses.ts';
import { card, escapeHtml, link, momentText, tableOr, textOr } from '../html.ts';
import type { SetupPage } from '../setupPage.ts';

const none = 'No flow has sent a notification yet.';

/** Custom notifications that flows have sent. */
export const notificationsPage: SetupPage = {
  address: notificationsUrl,
  entry: notificationsUrl,
  show: ({ org, user: { timeZone } }) => {
    const rows = (org.flows.calls.outbox?.notifications() ?? []).map(({ at, title, body, recipients, type, caller, targetId }) => [
      momentText(at, timeZone),
      `<strong>${escapeHtml(title)}</strong><div>${escapeHtml(body)}</div>`,
      escapeHtml(recipients.map((id) => org.user(id)?.name ?? id).join(', ')),
      escapeHtml(type),
      escapeHtml(caller),
      targetId === undefined ? textOr('') : link(recordUrl(targetId), targetId),
    ]);
    const columns = ['Sent', 'Notification', 'To', 'Type', 'Sent by', 'Opens'];
    return { title: 'Notifications', content: card('Newest first', tableOr(none, 'Notifications', columns, rows)) };
  },
};
