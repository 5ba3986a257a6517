import type { XmlElement, XmlFile } from '../../check-metadata/xmlFile';
import { children, descend, text } from '../../docs/packageFiles';
import { step, xmlPlace, type Step, type TranslatableText } from '../text';
import { filesOf, nameOf, type PackageTexts } from './packageTexts';

/**
 * What people read of flows: titles and screens of screen flows, and the errors with which a flow refuses a save.
 * Labels of other flows and of elements are seen in Flow Builder alone.
 */
export function flowTexts(all: PackageTexts): readonly TranslatableText[] {
  return filesOf(all, 'Flow')
    .flatMap((file) => [
      ...(text(file.root, 'processType') === 'Flow' ? [titleText(file)] : []),
      ...children(file.root, 'screens').flatMap((screen) => screenTexts(file, screen)),
      ...children(file.root, 'choices').map((choice) => choiceText(file, choice)),
      ...children(file.root, 'stages').map((stage) => stageText(file, stage)),
      ...children(file.root, 'customErrors').flatMap((error) => errorTexts(file, error)),
    ])
    .filter(({ english }) => hasWords(english));
}

function flowText(file: XmlFile, key: string, english: string, note: string, steps: readonly Step[], leaf: string): TranslatableText {
  const flow = nameOf(file);
  const place = xmlPlace(
    'translations/{lang}.translation-meta.xml',
    'Translations',
    [step('flowDefinitions', ['fullName', flow]), ...steps],
    leaf,
  );
  return { key: `flow.${flow}${key}`, english, note, place };
}

function titleText(file: XmlFile): TranslatableText {
  return flowText(file, '.label', text(file.root, 'label'), 'Name of a flow: title of its window', [], 'label');
}

function screenTexts(file: XmlFile, screen: XmlElement): TranslatableText[] {
  const name = text(screen, 'name');
  const title = text(screen, 'label');
  const steps = [step('flows'), step('screens', ['name', name])];
  const of = (leaf: string, note: string): TranslatableText =>
    flowText(file, `.screen.${name}.${leaf}`, raw(screen, leaf), `${note} of the screen "${title}"`, steps, leaf);
  return [
    of('helpText', 'Help'),
    of('backButtonLabel', 'Button'),
    of('nextOrFinishButtonLabel', 'Button'),
    of('pauseButtonLabel', 'Button'),
    of('pausedText', 'Text when paused'),
    ...allFields(screen).flatMap((field) => screenFieldTexts(file, name, title, field)),
  ];
}

/** Fields of a screen, those inside sections and columns among them. */
function allFields(holder: XmlElement): readonly XmlElement[] {
  return children(holder, 'fields').flatMap((field) => [field, ...allFields(field)]);
}

function screenFieldTexts(file: XmlFile, screen: string, title: string, field: XmlElement): TranslatableText[] {
  const name = text(field, 'name');
  const steps = [step('flows'), step('screens', ['name', screen]), step('fields', ['name', name])];
  const key = `.screen.${screen}.field.${name}`;
  const what = text(field, 'fieldType') === 'DisplayText' ? 'Text (with tags)' : 'Label of a field';
  const inputs = children(field, 'inputParameters').filter((input) => isWords(raw(descend(input, 'value') ?? input, 'stringValue')));
  return [
    flowText(file, `${key}.text`, raw(field, 'fieldText'), `${what} on the screen "${title}"`, steps, 'fieldText'),
    flowText(file, `${key}.help`, raw(field, 'helpText'), `Help of a field on the screen "${title}"`, steps, 'helpText'),
    flowText(
      file,
      `${key}.error`,
      raw(descend(field, 'validationRule') ?? { name: '', line: 0, children: [], text: '' }, 'errorMessage'),
      `Error at a field on the screen "${title}"`,
      [...steps, step('validationRule')],
      'errorMessage',
    ),
    ...inputs.map((input) =>
      flowText(
        file,
        `${key}.input.${text(input, 'name')}`,
        raw(descend(input, 'value') ?? input, 'stringValue'),
        `Text given to a component on the screen "${title}"`,
        [...steps, step('inputParameters', ['name', text(input, 'name')]), step('value')],
        'stringValue',
      ),
    ),
  ];
}

/** A text of tags and merge fields alone is the same in every language. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/<[^>]*>|\{![^}]*\}|&\w+;/gu, ''));

/** Words for people, not a name or code for the component. */
const isWords = (value: string): boolean => /\s/u.test(value.trim());

function choiceText(file: XmlFile, choice: XmlElement): TranslatableText {
  const name = text(choice, 'name');
  return flowText(
    file,
    `.choice.${name}`,
    raw(choice, 'choiceText'),
    'A choice on a screen',
    [step('flows'), step('choices', ['name', name])],
    'choiceText',
  );
}

function stageText(file: XmlFile, stage: XmlElement): TranslatableText {
  const name = text(stage, 'name');
  return flowText(
    file,
    `.stage.${name}`,
    raw(stage, 'label'),
    'A stage of a screen flow',
    [step('flows'), step('stages', ['name', name])],
    'label',
  );
}

function errorTexts(file: XmlFile, element: XmlElement): TranslatableText[] {
  const name = text(element, 'name');
  return children(element, 'customErrorMessages').map((message) => {
    const field = text(message, 'fieldSelection');
    const ids =
      field === ''
        ? ([['developerName', name]] as const)
        : ([
            ['developerName', name],
            ['field', field],
          ] as const);
    const end = field === '' ? '' : `.${field}`;
    const note = 'Error with which a flow refuses that a record is saved';
    const steps = [step('flows'), step('customErrorMessages', ...ids)];
    return flowText(file, `.error.${name}${end}`, raw(message, 'errorMessage'), note, steps, 'errorMessage');
  });
}

/** Text of the first child of that name with its white space. */
const raw = (element: XmlElement, name: string): string => element.children.find((child) => child.name === name)?.text ?? '';
