import { dirname, basename } from 'node:path';
import type { XmlFile } from '../../check-metadata/xmlFile';
import { apiName, cell, children, text } from '../packageFiles';
import { fieldType } from './fieldType';

const SHARING: Readonly<Record<string, string>> = {
  ControlledByParent: 'whoever sees the parent',
  Private: 'the owner, and whoever it is shared with',
  Read: 'everybody; changed by the owner',
  ReadWrite: 'everybody, who may change it too',
};

/** `docs/data-dictionary.md`: every object of the package with its fields, from their own descriptions. */
export function dictionaryPage(files: readonly XmlFile[]): string {
  const fields = Map.groupBy(
    files.filter((file) => file.root.name === 'CustomField'),
    (file) => basename(dirname(dirname(file.path))),
  );
  const names = [...fields.keys()].sort();
  return [
    '# Data dictionary',
    '',
    'Every object and field of the package. This page is made from the metadata by `npm run docs`; texts are changed there.',
    '',
    ...names.map((name) => `- [${name}](#${name.toLowerCase()})`),
    ...names.flatMap((name) => objectSection(name, files, fields.get(name) ?? [])),
    '',
  ].join('\n');
}

function objectSection(name: string, files: readonly XmlFile[], fields: readonly XmlFile[]): readonly string[] {
  const object = files.find((file) => file.root.name === 'CustomObject' && apiName(file) === name);
  const rules = files.filter((file) => file.root.name === 'ValidationRule' && basename(dirname(dirname(file.path))) === name);
  return [
    '',
    `## ${name}`,
    '',
    object === undefined ? 'Fields that the package adds to a standard object.' : text(object.root, 'description'),
    ...sharingLine(object),
    '',
    '| field | label | holds | what it is |',
    '|---|---|---|---|',
    ...fields.map(fieldRow),
    ...(rules.length === 0 ? [] : ['', 'Refused, with the text that people see:', '', ...rules.map(ruleLine)]),
  ];
}

function sharingLine(object: XmlFile | undefined): readonly string[] {
  const model = object === undefined ? '' : text(object.root, 'sharingModel');
  return model === '' ? [] : ['', `Seen by (with permission for the object): ${SHARING[model] ?? model}.`];
}

function fieldRow({ root }: XmlFile): string {
  const cells = [`\`${text(root, 'fullName')}\``, text(root, 'label'), fieldType(root), text(root, 'description')];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function ruleLine({ root }: XmlFile): string {
  const [field] = children(root, 'errorDisplayField');
  const at = field === undefined ? '' : ` (at \`${field.text.trim()}\`)`;
  const off = text(root, 'active') === 'true' ? '' : ' (not active)';
  return `- **${text(root, 'fullName')}**${at}${off}: ${cell(text(root, 'errorMessage'))}`;
}
