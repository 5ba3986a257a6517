import type { XmlFile } from '../../check-metadata/xmlFile';
import { children, text } from '../../docs/packageFiles';
import { step, xmlPlace, type Step, type TranslatableText } from '../text';
import { filesOf, nameOf, type PackageTexts } from './packageTexts';

/** Report types with their sections. Names of reports and dashboards are translatable from API version 67.0 on; the package has an earlier one. */
export function reportTexts(all: PackageTexts): readonly TranslatableText[] {
  return filesOf(all, 'ReportType')
    .flatMap(reportTypeTexts)
    .filter(({ english }) => english !== '');
}

function reportTypeTexts(file: XmlFile): TranslatableText[] {
  const name = nameOf(file);
  const steps = [step('reportTypes', ['name', name])];
  return [
    entry(`reportType.${name}`, text(file.root, 'label'), 'Name of a report type', steps, 'label', 50),
    entry(`reportType.${name}.description`, text(file.root, 'description'), 'What a report type is for', steps, 'description', 255),
    ...children(file.root, 'sections').map((section) => {
      const label = text(section, 'masterLabel');
      return entry(
        `reportType.${name}.section.${label}`,
        label,
        'Heading over fields of a report type',
        [...steps, step('sections', ['name', label])],
        'label',
        80,
      );
    }),
  ];
}

function entry(key: string, english: string, note: string, steps: readonly Step[], leaf: string, longest: number): TranslatableText {
  return { key, english, note, place: xmlPlace('translations/{lang}.translation-meta.xml', 'Translations', steps, leaf), longest };
}
