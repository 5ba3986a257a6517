import { keepOrgSettings, readOrgSettings, themes } from '../../orgSettings.ts';
import { themeUrl } from '../addresses.ts';
import { button, card, escapeHtml, notice, postForm } from '../html.ts';
import type { SetupDone, SetupPage } from '../setupPage.ts';

const words = {
  slds1: ['Lightning (SLDS 1)', 'The look that most orgs have.'],
  slds2: ['Cosmos (SLDS 2)', 'The newer look: rounder, with more room. Components follow it by styling hooks.'],
} as const;

/** The design system of all pages. */
export const themePage: SetupPage = {
  address: themeUrl,
  entry: themeUrl,
  show: ({ org }) => {
    const { theme: current } = readOrgSettings(org.database);
    const options = themes.map((theme) => {
      const [label, about] = words[theme];
      return `<span class="slds-radio slds-m-bottom_small"><input type="radio" id="${theme}" name="theme" value="${theme}"${theme === current ? ' checked' : ''} aria-describedby="${theme}-about">
        <label class="slds-radio__label" for="${theme}"><span class="slds-radio_faux"></span><span class="slds-form-element__label">${escapeHtml(label)}</span></label>
        <span id="${theme}-about" class="slds-form-element__help">${escapeHtml(about)}</span></span>`;
    });
    const form = `<fieldset><legend class="slds-form-element__legend slds-form-element__label">Theme of all pages</legend>${options.join('')}</fieldset>${button('Save', 'brand')}`;
    const note =
      '<p class="slds-m-top_small">For a single page, add <code>?theme=slds1</code> or <code>?theme=slds2</code> to its address.</p>';
    return { title: 'Themes', content: card('Theme', postForm(themeUrl, form) + note) };
  },
  act: ({ org }, form): SetupDone => {
    const theme = themes.find((candidate) => candidate === form['theme']);
    if (theme === undefined) return { title: 'Themes', content: notice('refused', 'There is no such theme.'), status: 400 };
    keepOrgSettings(org.database, { theme });
    return { goTo: `${themeUrl}?done=saved` };
  },
};
