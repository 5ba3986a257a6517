import { OutApplication } from './outApplication.ts';

/**
 * The script for pages of other sites: `<lightning-out-application>` begins a session with the
 * frontdoor address that the page got for its user, and makes an element for each of its
 * components. Elements, attributes and events are those of Lightning Out 2.0.
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement && customElements.get('lightning-out-application') === undefined) {
  const org = new URL(script.src).origin;
  customElements.define(
    'lightning-out-application',
    class extends OutApplication {
      constructor() {
        super(org);
      }
    },
  );
}
