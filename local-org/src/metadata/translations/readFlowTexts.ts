import { child, children, childText, type XmlElement } from '../xmlTree.ts';
import type { FlowTexts, ScreenFieldTexts, ScreenTexts } from './languageTexts.ts';
import { defined, textOf } from './readObjectTexts.ts';

/** What the file of a language says of one flow. Its versions follow one another: the last word counts. */
export function readFlowTexts(definition: XmlElement): FlowTexts {
  const versions = children(definition, 'flows');
  const named = (list: string): readonly XmlElement[] => versions.flatMap((version) => children(version, list));
  const label = textOf(definition, 'label') ?? versions.map((version) => textOf(version, 'label')).findLast((text) => text !== undefined);
  return {
    ...defined('label', label),
    screens: new Map(named('screens').map((screen) => [nameOf(screen), readScreen(screen)])),
    choices: textsByName(named('choices'), 'choiceText', (choice) => nameOf(choice)),
    errors: textsByName(named('customErrorMessages'), 'errorMessage', errorName),
  };
}

/** Under which name the message of a Custom Error element is kept. */
export function errorKey(element: string, field: string | undefined): string {
  return field === undefined || field === '' ? element : `${element} ${field}`;
}

const errorName = (message: XmlElement): string => errorKey(childText(message, 'developerName') ?? '', childText(message, 'field'));

function readScreen(screen: XmlElement): ScreenTexts {
  return {
    ...defined('help', textOf(screen, 'helpText')),
    ...defined('back', textOf(screen, 'backButtonLabel')),
    ...defined('next', textOf(screen, 'nextOrFinishButtonLabel')),
    ...defined('pause', textOf(screen, 'pauseButtonLabel')),
    ...defined('paused', textOf(screen, 'pausedText')),
    fields: new Map(children(screen, 'fields').map((field) => [nameOf(field), readField(field)])),
  };
}

function readField(field: XmlElement): ScreenFieldTexts {
  const rule = child(field, 'validationRule');
  const inputs = children(field, 'inputParameters').flatMap((input): [string, string][] => {
    const value = child(input, 'value');
    const text = value === undefined ? undefined : textOf(value, 'stringValue');
    return text === undefined ? [] : [[nameOf(input), text]];
  });
  return {
    ...defined('text', textOf(field, 'fieldText')),
    ...defined('help', textOf(field, 'helpText')),
    ...defined('error', rule === undefined ? undefined : textOf(rule, 'errorMessage')),
    inputs: new Map(inputs),
  };
}

function textsByName(elements: readonly XmlElement[], leaf: string, key: (element: XmlElement) => string): ReadonlyMap<string, string> {
  return new Map(
    elements.flatMap((element): [string, string][] => {
      const text = textOf(element, leaf);
      return text === undefined ? [] : [[key(element), text]];
    }),
  );
}

function nameOf(element: XmlElement): string {
  return childText(element, 'name') ?? '';
}
