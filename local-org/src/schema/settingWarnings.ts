import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';

/** Elements of objects and fields that change nothing of what is computed, saved or answered here: type -> elements. */
const STORED: Readonly<Record<string, readonly string[]>> = {
  CustomObject: [
    'searchLayouts',
    'profileSearchLayouts',
    'customHelp',
    'customHelpPage',
    'historyRetentionPolicy',
    'enableDataTranslation',
    'enableLicensing',
    'enableDivisions',
  ],
  CustomField: ['trackTrending', 'trackFeedHistory', 'encryptionScheme', 'isAIPredictionField', 'translateData'],
};

/** Objects whose records live outside the org or in a store of their own. */
const KEPT_OBJECTS = /__[xb]$/u;

/** One warning for each file that says something which is kept and not run. */
export function settingWarnings(source: PackageSource): readonly MetadataProblem[] {
  return [...storedObjects(source), ...storedSettings(source)];
}

function storedObjects(source: PackageSource): readonly MetadataProblem[] {
  return filesOfType(source, 'CustomObject')
    .filter(({ object, name }) => KEPT_OBJECTS.test(object ?? name))
    .map(({ path, object, name }) => ({
      file: path,
      message: `stored, not run: ${object ?? name}, an external or big object`,
      warning: true as const,
    }));
}

function storedSettings(source: PackageSource): readonly MetadataProblem[] {
  return Object.entries(STORED).flatMap(([type, elements]) =>
    filesOfType(source, type).flatMap(({ path, root }) => {
      const found = root.children.filter(({ name, text }) => elements.includes(name) && !['false', 'None'].includes(text.trim()));
      const names = [...new Set(found.map((element) => element.name))];
      const line = found[0]?.line;
      if (names.length === 0 || line === undefined) return [];
      return [{ file: path, element: names[0] ?? '', line, message: `stored, not run: ${names.join(', ')}`, warning: true as const }];
    }),
  );
}
