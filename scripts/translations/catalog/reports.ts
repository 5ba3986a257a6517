import type { XmlFile } from '../../check-metadata/xmlFile';
import { children, text } from '../../docs/packageFiles';
import { step, xmlPlace, type Step, type TranslatableText } from '../text';
import { filesOf, nameOf, type PackageTexts } from './packageTexts';

/** Report types with their sections and columns, reports and dashboards. */
export function reportTexts(all: PackageTexts): readonly TranslatableText[] {
  return [
    ...filesOf(all, 'ReportType').flatMap(reportTypeTexts),
    ...filesOf(all, 'Report').flatMap((file) => named(file, 'report', 'reports', 'name', 'a report', 40)),
    ...filesOf(all, 'Dashboard').flatMap((file) => named(file, 'dashboard', 'dashboards', 'title', 'a dashboard', 80)),
  ].filter(({ english }) => english !== '');
}

function named(file: XmlFile, key: string, list: string, label: string, what: string, longest: number): TranslatableText[] {
  const name = nameOf(file);
  const steps = [step(list, ['name', name])];
  return [
    entry(`${key}.${name}`, text(file.root, label), `Name of ${what}`, steps, 'label', longest),
    entry(`${key}.${name}.description`, text(file.root, 'description'), `What ${what} shows`, steps, 'description', 255),
  ];
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
