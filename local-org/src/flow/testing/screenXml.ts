import { to } from './flowXml.ts';

/** A screen flow as text; it begins at `First`. */
export function screenFlowXml(body: string, more = ''): string {
  // Siblings of one kind stand side by side.
  const screens = /<screens>.*?<\/screens>/gsu;
  const rest = body.replaceAll(screens, '');
  return `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion>
    <label>Test Screens</label><processType>Flow</processType>${more}
    ${(body.match(screens) ?? []).join('')}${rest}<start>${to('First')}</start><status>Active</status></Flow>`;
}

/** A screen; its `next` is a connector. */
export const screen = (name: string, fields: string, next = '', settings = ''): string =>
  `<screens><name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>${settings}${next}${fields}</screens>`;

/** A field to write in. */
export const inputField = (name: string, dataType: string, more = ''): string =>
  `<fields><name>${name}</name><dataType>${dataType}</dataType><fieldText>Label of ${name}</fieldText><fieldType>InputField</fieldType>${more}</fields>`;

/** A text to read. */
export const displayText = (name: string, text: string, more = ''): string =>
  `<fields><name>${name}</name><fieldText>${text.replaceAll('<', '&lt;')}</fieldText><fieldType>DisplayText</fieldType>${more}</fields>`;

/** A field to choose in. */
export const choiceField = (name: string, fieldType: string, choices: readonly string[], more = ''): string =>
  `<fields><name>${name}</name>${choices.map((choice) => `<choiceReferences>${choice}</choiceReferences>`).join('')}<dataType>String</dataType>
   <fieldText>Label of ${name}</fieldText><fieldType>${fieldType}</fieldType>${more}</fields>`;

/** A choice that always stands there. */
export const choice = (name: string, value: string, label = name): string =>
  `<choices><name>${name}</name><choiceText>${label}</choiceText><dataType>String</dataType><value><stringValue>${value}</stringValue></value></choices>`;

/** Shown only when the condition holds. */
export const shownWhen = (conditions: string): string =>
  `<visibilityRule><conditionLogic>and</conditionLogic>${conditions}</visibilityRule>`;
