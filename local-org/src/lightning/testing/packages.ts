import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { readPackageSource, type PackageSource } from '../../metadata/packageSource.ts';

/** A folder that is gone when the test ends. */
export async function temporaryFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lightning-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A package with these files, by path inside it. */
export async function packageWith(test: TestContext, files: Readonly<Record<string, string>>): Promise<PackageSource> {
  const folder = await temporaryFolder(test);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return readPackageSource(folder);
}

/** A FlexiPage file with this inside. */
export function flexiPageXml(regions: string, template = 'flexipage:recordHomeTemplateDesktop'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
    <FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
      ${regions}
      <masterLabel>Test</masterLabel>
      <sobjectType>Account</sobjectType>
      <template><name>${template}</name></template>
      <type>RecordPage</type>
    </FlexiPage>`;
}

/** A Lightning page that shows no record. */
export function barePageXml(type: 'AppPage' | 'HomePage', template: string, regions: string): string {
  return metadataXml(
    'FlexiPage',
    `${regions}<masterLabel>Test</masterLabel><template><name>${template}</name></template><type>${type}</type>`,
  );
}

/** A metadata file with this inside. */
export function metadataXml(type: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${inside}</${type}>`;
}

/** A region or facet of a FlexiPage with these components, each with its settings. */
export function regionXml(
  name: string,
  type: 'Region' | 'Facet',
  components: readonly (readonly [string, Readonly<Record<string, string>>])[],
): string {
  const items = components.map(([component, settings]) => {
    const properties = Object.entries(settings).map(
      ([key, value]) => `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`,
    );
    return `<itemInstances><componentInstance>${properties.join('')}<componentName>${component}</componentName><identifier>x</identifier></componentInstance></itemInstances>`;
  });
  return `<flexiPageRegions>${items.join('')}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

/** The meta file of a bundle that may stand on record pages of Account. */
export const bundleXml = `<?xml version="1.0" encoding="UTF-8"?>
  <LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <isExposed>true</isExposed>
    <targets><target>lightning__RecordPage</target><target>lightning__AppPage</target><target>lightning__HomePage</target></targets>
    <targetConfigs>
      <targetConfig targets="lightning__RecordPage">
        <property name="rows" type="Integer" default="5"/>
        <objects><object>Account</object></objects>
      </targetConfig>
    </targetConfigs>
  </LightningComponentBundle>`;
