import { children, type XmlElement } from '../xmlTree.ts';
import type { ReportTypeTexts } from './languageTexts.ts';
import { byName, defined, readNameTexts, textOf, texts } from './readObjectTexts.ts';

/** Translations of a custom report type: its own names, those of its sections, and of the columns that have a name of their own. */
export function readReportTypeTexts(element: XmlElement): ReportTypeTexts {
  const sections = byName(children(element, 'sections'), (section) => ({
    ...defined('label', textOf(section, 'label')),
    columns: texts(section, 'columns', 'label'),
  }));
  return { ...readNameTexts(element), sections };
}
