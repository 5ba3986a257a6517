import { endLoginAsUrl } from '../../oauth/loginAs.ts';
import { fillText, type Texts } from '../texts/fillText.ts';
import { textsFor } from '../texts/texts.ts';
import { escapeHtml } from '../../escapeHtml.ts';

/** A calm yellow that no page of the shell has. */
const style = 'background: #fedfa3; color: #181818; padding: .5rem 1rem; text-align: center';

/** Tells an administrator above each page as whom they see it, and lets them go back. */
export function seenAsBar(name: string, texts: Texts = textsFor('en_US')): string {
  const [before = '', after = ''] = texts.seeingAs.split('{0}');
  return `<div role="status" style="${style}">
      <form method="post" action="${endLoginAsUrl}" class="slds-grid slds-wrap slds-grid_align-center slds-grid_vertical-align-center">
        <span class="slds-p-horizontal_small">${escapeHtml(before)}<strong>${escapeHtml(name)}</strong>${escapeHtml(after)}</span>
        <button type="submit" class="slds-button slds-button_neutral">${escapeHtml(fillText(texts.logOutAs, [name]))}</button>
      </form>
    </div>
    `;
}
