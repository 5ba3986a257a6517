import { readDataType } from '../flowDataTypes.ts';
import type { FlowDataType } from '../flowTypes.ts';
import { readConditions, readConnector, readOutputs, readParameters, readValue } from '../flowValues.ts';
import type { ShapeReader } from '../shapeReader.ts';
import { screenFieldTypes, type InputValidation, type ScreenElement, type ScreenField, type ScreenFieldType } from './screenTypes.ts';

/** `<screens>` */
export function readScreen(reader: ShapeReader): ScreenElement {
  reader.refuse('actions', 'rules', 'stageReference', 'triggers');
  reader.inert('isAsyncLoadingScreen', 'false');
  // How it looks, and the words while nothing can be done.
  reader.harmless('styleSettings', 'loadingMessage');
  return {
    kind: 'screens',
    name: reader.requiredText('name'),
    line: reader.line,
    label: reader.text('label') ?? '',
    fields: reader.each('fields', readField),
    allowBack: unlessFalse(reader, 'allowBack'),
    allowFinish: unlessFalse(reader, 'allowFinish'),
    allowPause: unlessFalse(reader, 'allowPause'),
    backLabel: reader.text('backButtonLabel'),
    nextOrFinishLabel: reader.text('nextOrFinishButtonLabel'),
    pauseLabel: reader.text('pauseButtonLabel'),
    showHeader: unlessFalse(reader, 'showHeader'),
    showFooter: unlessFalse(reader, 'showFooter'),
    helpText: reader.text('helpText'),
    pausedText: reader.text('pausedText'),
    connector: readConnector(reader),
  };
}

/** The guide: true unless the file says otherwise. */
function unlessFalse(reader: ShapeReader, name: string): boolean {
  return reader.oneOf(name, ['true', 'false']) !== 'false';
}

function readField(reader: ShapeReader): ScreenField {
  const name = reader.text('name') ?? '';
  reader.describeAs(`fields ${name}`.trim());
  reader.harmless('description', 'processMetadataValues', 'styleProperties', 'sourceTemplateApiName', 'sourceTemplateProviderType');
  reader.refuse('attributes', 'dataTypeMappings');
  reader.inert('isVisible', 'true');
  const fieldType = readFieldType(reader);
  if (name === '' && fieldType !== 'ObjectProvided') reader.problem('<name> is missing');
  const container = reader.oneOf('regionContainerType', ['SectionWithHeader', 'SectionWithoutHeader']);
  const field: ScreenField = {
    name,
    line: reader.line,
    fieldType,
    dataType: fieldDataType(reader, fieldType),
    text: reader.raw('fieldText') ?? '',
    helpText: reader.text('helpText'),
    required: reader.flag('isRequired'),
    disabled: reader.one('isDisabled', readValue),
    readOnly: reader.one('isReadOnly', readValue),
    defaultValue: reader.one('defaultValue', readValue),
    choices: reader.each('choiceReferences', (choice) => choice.element.text.trim()),
    defaultChoice: reader.text('defaultSelectedChoiceReference'),
    scale: reader.number('scale'),
    validation: reader.one('validationRule', readValidation),
    visibility: reader.one('visibilityRule', (rule) => {
      rule.harmless('processMetadataValues');
      return readConditions(rule);
    }),
    resets: reader.oneOf('inputsOnNextNavToAssocScrn', ['UseStoredValues', 'ResetValues']) === 'ResetValues',
    extension: reader.text('extensionName'),
    inputs: readParameters(reader),
    outputs: readOutputs(reader, 'outputParameters'),
    storeAutomatically: reader.flag('storeOutputAutomatically'),
    objectField: reader.text('objectFieldReference'),
    hasHeader: container === 'SectionWithHeader',
    fields: reader.each('fields', readField),
  };
  checkField(reader, field);
  return field;
}

function readFieldType(reader: ShapeReader): ScreenFieldType {
  const type = reader.oneOf('fieldType', screenFieldTypes);
  if (type === undefined) reader.requiredText('fieldType');
  return type ?? 'DisplayText';
}

function fieldDataType(reader: ShapeReader, fieldType: ScreenFieldType): FlowDataType | undefined {
  if (reader.text('dataType') === undefined) return fieldType === 'LargeTextArea' || fieldType === 'PasswordField' ? 'String' : undefined;
  return readDataType(reader);
}

const withChoices: ReadonlySet<ScreenFieldType> = new Set([
  'RadioButtons',
  'RadioButtonGroup',
  'DropdownBox',
  'MultiSelectCheckboxes',
  'MultiSelectPicklist',
]);

/** Whether the field is one that a person chooses on. */
export function hasChoices({ fieldType }: Pick<ScreenField, 'fieldType'>): boolean {
  return withChoices.has(fieldType);
}

function checkField(reader: ShapeReader, field: ScreenField): void {
  const { fieldType, dataType, choices, fields, extension, objectField } = field;
  if (fieldType === 'InputField' && dataType === undefined) reader.requiredText('dataType');
  if (hasChoices(field) && choices.length === 0) reader.problem('a field to choose on needs at least one <choiceReferences>');
  if (!hasChoices(field) && choices.length > 0) reader.problem(`a field of the type ${fieldType} has no choices`);
  if (fieldType === 'ComponentInstance' && extension === undefined) reader.requiredText('extensionName');
  if (fieldType === 'ObjectProvided' && objectField === undefined) reader.requiredText('objectFieldReference');
  if (fieldType !== 'RegionContainer' && fieldType !== 'Region' && fields.length > 0) {
    reader.problem(`a field of the type ${fieldType} holds no others`);
  }
}

/** `<validationRule>` */
export function readValidation(reader: ShapeReader): InputValidation {
  return { formula: reader.requiredText('formulaExpression'), message: reader.requiredText('errorMessage') };
}
