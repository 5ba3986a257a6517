import { endLoginAsUrl } from '../../oauth/loginAs.ts';
import { escapeHtml } from './htmlPage.ts';

/** Tells an administrator above each page as whom they see it, and lets them go back. */
export function seenAsBar(name: string): string {
  return `<div role="status" class="slds-notify slds-notify_alert slds-alert_warning" style="position: static">
      <form method="post" action="${endLoginAsUrl}" class="slds-grid slds-wrap slds-grid_align-center slds-grid_vertical-align-center">
        <span class="slds-p-horizontal_small">You are seeing this as <strong>${escapeHtml(name)}</strong>.</span>
        <button type="submit" class="slds-button slds-button_neutral">Log out as ${escapeHtml(name)}</button>
      </form>
    </div>
    `;
}
