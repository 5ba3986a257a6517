import { emailsUrl, flowsUrl, recordUrl, viewUrl } from '../addresses.ts';
import { card, escapeHtml, facts, link, momentText, tableOr, textOr } from '../html.ts';
import type { SetupPage } from '../setupPage.ts';
import type { OutboxEmail } from '../../../flow/actions/outbox.ts';

/** E-mails that are listed, newest first. */
const mostListed = 200;

const none = 'No flow has sent an e-mail yet. What is sent stays here and never leaves the org.';

/** E-mails that flows have sent. */
export const emailsPage: SetupPage = {
  address: emailsUrl,
  entry: emailsUrl,
  show: ({ org, user: { timeZone } }) => {
    const emails = org.flows.calls.outbox?.emails(mostListed) ?? [];
    const rows = emails.map((email) => [
      momentText(email.at, timeZone),
      link(viewUrl(emailsUrl, String(email.id)), email.subject === '' ? '(no subject)' : email.subject),
      escapeHtml(recipientsText(email)),
      escapeHtml(email.from),
      escapeHtml(email.caller),
    ]);
    const columns = ['Sent', 'Subject', 'To', 'From', 'Sent by'];
    return { title: 'E-mail outbox', content: card('Newest first', tableOr(none, 'E-mails', columns, rows)) };
  },
};

/** One e-mail. Its HTML is drawn in a frame that may do nothing: no script, no form, no way out. */
export const emailPage: SetupPage = {
  address: '/lightning/setup/EmailOutbox/:id/view',
  entry: emailsUrl,
  show: ({ org, params, user: { timeZone } }) => {
    const email = org.flows.calls.outbox?.emails(100_000).find(({ id }) => String(id) === params['id']);
    if (email === undefined) return undefined;
    const isFlow = org.flows.versionOf(email.caller).activatedAt > 0;
    const about = facts([
      ['Sent', momentText(email.at, timeZone)],
      ['From', escapeHtml(email.from)],
      ['To', textOr(email.to.join(', '))],
      ['Cc', textOr(email.cc.join(', '))],
      ['Bcc', textOr(email.bcc.join(', '))],
      ['Sent by', isFlow ? link(viewUrl(flowsUrl, email.caller), email.caller) : escapeHtml(email.caller)],
      ['Action', email.action === 'emailAlert' ? 'E-mail alert' : 'Send Email'],
      ['Related record', email.relatedRecordId === undefined ? '' : link(recordUrl(email.relatedRecordId), email.relatedRecordId)],
    ]);
    const plain = email.text === '' ? '' : card('As text', `<pre class="setup-code" tabindex="0">${escapeHtml(email.text)}</pre>`);
    return {
      title: email.subject === '' ? '(no subject)' : email.subject,
      above: [{ label: 'E-mail outbox', url: emailsUrl }],
      content: card('E-mail', about) + letter(email) + plain,
    };
  },
};

function letter({ html }: OutboxEmail): string {
  if (html === undefined) return '';
  return card('As its reader sees it', `<iframe class="setup-letter" title="The e-mail" sandbox="" srcdoc="${escapeHtml(html)}"></iframe>`);
}

function recipientsText({ to, cc, bcc }: OutboxEmail): string {
  return [...to, ...cc, ...bcc].join(', ');
}
