import { libraryUrl } from '../../embed/addresses.ts';
import { readHosts } from '../../embed/hostOrigins.ts';
import { keepOrgSettings, readOrgSettings } from '../../orgSettings.ts';
import { lightningOutUrl } from '../addresses.ts';
import { button, card, escapeHtml, labelled, notice, postForm } from '../html.ts';
import type { SetupAsked, SetupDone, SetupPage, SetupView } from '../setupPage.ts';

/** Which pages may show components of the org. */
export const lightningOutPage: SetupPage = {
  address: lightningOutUrl,
  entry: lightningOutUrl,
  show: (asked) => view(asked, readOrgSettings(asked.org.database).embedHosts.join('\n'), ''),
  act: (asked, form): SetupDone => {
    const text = form['hosts'] ?? '';
    const { origins, wrong } = readHosts(text);
    if (wrong.length > 0) {
      const why = 'Each is a protocol and a host without a path; http is taken for localhost and 127.0.0.1 alone.';
      return { ...view(asked, text, notice('refused', `No origin of a page: ${wrong.join(', ')}. ${why}`)), status: 400 };
    }
    keepOrgSettings(asked.org.database, { embedHosts: origins });
    return { goTo: `${lightningOutUrl}?done=saved` };
  },
};

function view({ org }: SetupAsked, hosts: string, said: string): SetupView {
  const area = `<textarea class="slds-textarea" id="hosts" name="hosts" rows="4" spellcheck="false" aria-describedby="hosts-help" placeholder="https://mail.example.com">${escapeHtml(hosts)}</textarea>`;
  const help = 'Origins, one a line, such as https://desk.example.com. No page may show components while the list is empty.';
  const form =
    labelled('hosts', 'Pages that may show components', area, help) + `<div class="slds-m-top_small">${button('Save', 'brand')}</div>`;
  const about =
    '<p class="slds-m-bottom_small">Mail and service tools show components of this org in their own pages, by Lightning Out 2.0. Their users are signed in as themselves and see what they may see here.</p>';
  const code = `<pre class="setup-code" tabindex="0">${escapeHtml(snippet(org.instanceUrl()))}</pre>`;
  const note =
    '<p class="slds-m-top_small">The frontdoor address is made for each user by the tool’s own server: POST /services/oauth2/singleaccess with the user’s access token. It works once, for a minute.</p>';
  return {
    title: 'Lightning Out',
    content: said + card('Host pages', about + postForm(lightningOutUrl, form, 'setup-form')) + card('For the host page', code + note),
  };
}

function snippet(orgUrl: string): string {
  return `<script async src="${orgUrl}${libraryUrl}"></script>
<lightning-out-application
  frontdoor-url="(made for this user, at run time)"
  components="c-feedback-panel">
</lightning-out-application>
<c-feedback-panel email="anna@example.com"></c-feedback-panel>`;
}
