import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readFileSync } from 'node:fs';
import type { Theme } from '../orgSettings.ts';

/** Every built or packaged file that a page loads lies below this address. */
export const assetsUrl = '/lightning/assets';

/** A version of the design system as an installed package. */
interface DesignSystem {
  /** Address of its files; its version is in it, so that a browser may keep them for ever. */
  readonly url: string;
  /** Folder of its files. */
  readonly folder: string;
  /** Only these folders below it are served: the package also carries sources and documents. */
  readonly served: readonly string[];
}

function designSystem(name: string, short: string, folder: string, served: readonly string[]): DesignSystem {
  const root = folderOfPackage(name);
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  return { url: `${assetsUrl}/${short}-${version}`, folder: join(root, folder), served };
}

/** Packages that export nothing of themselves are found beside those that do. */
function folderOfPackage(name: string): string {
  const first = dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json'));
  return join(first, '..', '..', name);
}

const slds1 = designSystem('@salesforce-ux/design-system', 'slds', 'assets', ['styles', 'icons', 'images']);
const slds2 = designSystem('@salesforce-ux/design-system-2', 'slds2', 'dist/css', ['bundled']);

/** What is served of the design system's versions. */
export const designSystems: readonly DesignSystem[] = [slds1, slds2];

/** The style sheet of the design system. */
export const styleSheetUrl = `${slds1.url}/styles/salesforce-lightning-design-system.min.css`;

/** The style sheets of a theme, in their order. SLDS 2 is Salesforce's own, with its Cosmos theme. */
export function styleSheetUrls(theme: Theme): readonly string[] {
  return theme === 'slds2' ? [`${slds2.url}/bundled/slds2.cosmos.css`] : [styleSheetUrl];
}

/** Address of the sprite file that holds the icons of a category (`utility`, `standard`, ...). */
export function iconSpriteUrl(category: string, rightToLeft = false): string {
  return `${slds1.url}/icons/${category}-sprite/svg/symbols${rightToLeft ? '-rtl' : ''}.svg`;
}
