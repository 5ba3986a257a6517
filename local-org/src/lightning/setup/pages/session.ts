import { keepOrgSettings, readOrgSettings } from '../../orgSettings.ts';
import { sessionUrl } from '../addresses.ts';
import { button, card, checkbox, facts, postForm } from '../html.ts';
import type { SetupDone, SetupPage } from '../setupPage.ts';

/** Whether the package's components run inside Lightning Web Security. */
export const sessionPage: SetupPage = {
  address: sessionUrl,
  entry: sessionUrl,
  show: ({ org }) => {
    const { lightningWebSecurity: isOn } = readOrgSettings(org.database);
    const about =
      '<p class="slds-m-bottom_small">Components of the package are then compiled as the platform compiles them for Lightning Web Security and evaluated inside its sandbox, Salesforce’s own. The shell and the base components stay outside, as there. Pages take a little longer to load.</p>';
    const form =
      checkbox('lws', 'Run components inside Lightning Web Security', isOn) +
      `<div class="slds-m-top_small">${button('Save', 'brand')}</div>`;
    const note = '<p class="slds-m-top_small">For a single page, add <code>?lws=1</code> or <code>?lws=0</code> to its address.</p>';
    const minutes = Math.round(org.sessions.idleSeconds / 60);
    return {
      title: 'Lightning Web Security',
      content:
        card('Sandbox', about + postForm(sessionUrl, form) + note) +
        card('Sessions', facts([['A session ends after', `${minutes} minutes without use (--session-minutes at the start)`]])),
    };
  },
  act: ({ org }, form): SetupDone => {
    keepOrgSettings(org.database, { lightningWebSecurity: form['lws'] === 'true' });
    return { goTo: `${sessionUrl}?done=saved` };
  },
};
