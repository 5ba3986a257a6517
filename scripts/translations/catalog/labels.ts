import { children, text } from '../../docs/packageFiles';
import { step, xmlPlace, type TranslatableText } from '../text';
import { filesOf, type PackageTexts } from './packageTexts';

const FILE = 'translations/{lang}.translation-meta.xml';

/** Custom labels: every word of the components. */
export function labelTexts(all: PackageTexts): readonly TranslatableText[] {
  const labels = filesOf(all, 'CustomLabels').flatMap(({ root }) => children(root, 'labels'));
  return labels.map((label) => {
    const name = text(label, 'fullName');
    return {
      key: `label.${name}`,
      english: label.children.find((child) => child.name === 'value')?.text ?? '',
      note: `${text(label, 'categories')}: ${text(label, 'shortDescription')}`,
      place: xmlPlace(FILE, 'Translations', [step('customLabels', ['name', name])], 'label'),
      longest: 765,
    };
  });
}

/** Names of apps, of tabs that have a name of their own, and of global quick actions. */
export function navigationTexts(all: PackageTexts): readonly TranslatableText[] {
  const named = (type: string, list: string, key: string, what: string): TranslatableText[] =>
    filesOf(all, type)
      .filter(({ root }) => text(root, 'label') !== '')
      .map((file) => ({ file, name: all.pathOf(file).split('/').at(-1)?.split('.')[0] ?? '' }))
      .map(({ file, name }) => ({
        key: `${key}.${name}`,
        english: text(file.root, 'label'),
        note: what,
        place: xmlPlace(FILE, 'Translations', [step(list, ['name', name])], 'label'),
        longest: 40,
      }));
  const descriptions = filesOf(all, 'CustomApplication').map((file): TranslatableText => {
    const name = all.pathOf(file).split('/').at(-1)?.split('.')[0] ?? '';
    return {
      key: `app.${name}.description`,
      english: text(file.root, 'description'),
      note: 'What the app is for, shown in the app launcher',
      place: xmlPlace(FILE, 'Translations', [step('customApplications', ['name', name])], 'description'),
      longest: 255,
    };
  });
  return [
    ...named('CustomApplication', 'customApplications', 'app', 'Name of the app, in the app launcher and the header'),
    ...descriptions.filter(({ english }) => english !== ''),
    ...named('CustomTab', 'customTabs', 'tab', 'Name of a tab in the navigation'),
  ];
}
