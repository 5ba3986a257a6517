import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readFileSync } from 'node:fs';

/** Every built or packaged file that a page loads lies below this address. */
export const assetsUrl = '/lightning/assets';

const designSystemFolder = dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json'));
const designSystemVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(designSystemFolder, 'package.json'), 'utf8'))).version;

/** Address of the design system's files; its version is in it, so that a browser may keep them for ever. */
export const designSystemUrl = `${assetsUrl}/slds-${designSystemVersion}`;

/** What of the design system is served, by address below `designSystemUrl`. */
export const designSystemFiles = {
  folder: join(designSystemFolder, 'assets'),
  /** Only these folders: the package also carries sources and documents. */
  served: ['styles', 'icons', 'images'],
} as const;

/** The style sheet of the design system. */
export const styleSheetUrl = `${designSystemUrl}/styles/salesforce-lightning-design-system.min.css`;

/** Address of the sprite file that holds the icons of a category (`utility`, `standard`, ...). */
export function iconSpriteUrl(category: string, rightToLeft = false): string {
  return `${designSystemUrl}/icons/${category}-sprite/svg/symbols${rightToLeft ? '-rtl' : ''}.svg`;
}
