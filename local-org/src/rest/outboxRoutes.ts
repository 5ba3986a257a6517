import type { FastifyInstance } from 'fastify';
import type { OutboxEmail, OutboxNotification } from '../flow/actions/outbox.ts';
import type { Org } from '../org.ts';
import { requireAdministrator } from './administrator.ts';

/** `/local-org/outbox`: the e-mails and notifications that flows have sent. Nothing here ever leaves the org. */
export function registerOutboxRoutes(app: FastifyInstance, org: Org): void {
  app.get('/local-org/outbox', (request, reply) => {
    requireAdministrator(org, request.headers);
    const { outbox } = org.flows.calls;
    const emails = (outbox?.emails() ?? []).map((email) => ({ ...email, at: isoOf(email) }));
    const notifications = (outbox?.notifications() ?? []).map((one) => ({ ...one, at: isoOf(one) }));
    const wantsPage = request.headers.accept?.includes('text/html') === true;
    if (!wantsPage) return reply.send({ emails, notifications });
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(page(emails, notifications));
  });
}

function isoOf({ at }: { readonly at: number }): string {
  return new Date(at).toISOString();
}

type Shown<Item> = Omit<Item, 'at'> & { readonly at: string };

/** A page of plain tables; bodies are shown as text, HTML too. */
function page(emails: readonly Shown<OutboxEmail>[], notifications: readonly Shown<OutboxNotification>[]): string {
  const letters = emails.map((one) => [
    one.at,
    one.caller,
    one.from,
    [...one.to, ...one.cc, ...one.bcc].join(', '),
    one.subject,
    one.html ?? one.text,
  ]);
  const notes = notifications.map((one) => [one.at, one.caller, one.type, one.recipients.join(', '), one.title, one.body]);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outbox</title>
<style>body{font:14px system-ui;margin:2rem}table{border-collapse:collapse;margin-bottom:2rem}th,td{border:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top;white-space:pre-wrap}</style>
</head><body><h1>Outbox</h1><p>What flows have sent. It is kept here and never leaves the org.</p>
<h2>E-mails</h2>${table(['At', 'By', 'From', 'To', 'Subject', 'Body'], letters)}
<h2>Notifications</h2>${table(['At', 'By', 'Type', 'To', 'Title', 'Body'], notes)}</body></html>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>None yet.</p>';
  const cells = (name: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${name}>${escaped(text)}</${name}>`).join('')}</tr>`;
  return `<table><thead>${cells('th', heads)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
