import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A component that says what it sees of the page around it, as a tab of its own. */
const FILES: Readonly<Record<string, string>> = {
  'lwc/sandboxProbe/sandboxProbe.js': `
    import { LightningElement } from 'lwc';
    export default class SandboxProbe extends LightningElement {
      seen = '';
      connectedCallback() {
        document.cookie = 'probe=1';
        const cookies = document.cookie.split('; ').filter((cookie) => cookie.startsWith('probe'));
        this.seen = 'global ' + typeof window.outsideOnly + ', cookies ' + cookies.join() + ', later ' + typeof Promise;
        Promise.resolve().then(async () => {
          await undefined;
          this.seen += ', awaited';
        });
      }
    }`,
  'lwc/sandboxProbe/sandboxProbe.html': '<template><lightning-card title="Probe"><p data-probe>{seen}</p></lightning-card></template>',
  'lwc/sandboxProbe/sandboxProbe.js-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
    <LightningComponentBundle ${NAMESPACE}><apiVersion>66.0</apiVersion><isExposed>true</isExposed><masterLabel>Probe</masterLabel>
    <targets><target>lightning__Tab</target></targets></LightningComponentBundle>`,
  'tabs/SandboxProbe.tab-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
    <CustomTab ${NAMESPACE}><label>Probe</label><lwcComponent>sandboxProbe</lwcComponent><motif>Custom53: Bell</motif></CustomTab>`,
};

/** Address of the probe's tab. */
export const PROBE_PATH = '/lightning/n/SandboxProbe';

/** Adds the probe to a source folder. */
export function addProbe(sourceFolder: string): void {
  for (const [path, text] of Object.entries(FILES)) {
    const file = join(sourceFolder, 'main/default', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
