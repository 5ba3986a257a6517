import { hasChoices } from '../../metadata/screens/readScreen.ts';
import type { ScreenElement, ScreenField } from '../../metadata/screens/screenTypes.ts';
import { valueType, type FlowType } from '../flowType.ts';
import { FlowProblem, notRunHere } from '../problems.ts';
import type { FlowScope } from '../scope.ts';
import { standardScreenComponents, type ScreenAttributeType, type ScreenComponentAttributes } from './standardComponents.ts';

/** Every field of a screen as the file has them, those inside sections included. */
export function fieldsOfScreen(fields: ScreenElement['fields']): readonly ScreenField[] {
  return fields.flatMap((field) => [field, ...fieldsOfScreen(field.fields)]);
}

/** Gives what is written and chosen on a screen its place: `Name_of_Field`, `Component.attribute`. */
export function declareScreen(screen: ScreenElement, scope: FlowScope): void {
  for (const field of fieldsOfScreen(screen.fields)) {
    if (field.fieldType === 'ComponentInstance') declareComponent(field, scope);
    else if (isInput(field)) scope.addSlot(inputType(field), field.name);
  }
}

/** Whether a person writes or chooses there, and the flow reads it by the field's name. */
export function isInput(field: ScreenField): boolean {
  return ['InputField', 'LargeTextArea', 'PasswordField'].includes(field.fieldType) || hasChoices(field);
}

/** The type of what a field holds. Several chosen values are one text, joined by semicolons. */
export function inputType(field: ScreenField): FlowType & { kind: 'value' } {
  const wanted = field.fieldType.startsWith('MultiSelect') ? 'String' : (field.dataType ?? 'String');
  const type = valueType(wanted);
  if (type === undefined) throw new FlowProblem(`The screen component "${field.name}" can't hold a record.`);
  return field.scale === undefined ? type : { ...type, scale: field.scale };
}

function declareComponent(field: ScreenField, scope: FlowScope): void {
  if (!field.storeAutomatically) return;
  for (const [name, type] of componentAttributes(field, scope)) {
    scope.addSlot(attributeFlowType(type, scope), `${field.name}.${name}`);
  }
}

/** What the component takes and gives. @throws FlowProblem for one that is not there or is not run here */
export function componentAttributes(field: ScreenField, scope: FlowScope): ScreenComponentAttributes {
  const name = field.extension ?? '';
  const found = standardScreenComponents.get(name) ?? scope.world.screenComponents?.get(name);
  if (found !== undefined) return found;
  if (name.startsWith('c:') && scope.world.screenComponents?.has(name) !== true)
    throw scope.world.isComponent?.(name.slice(2)) === true
      ? notRunHere(`the screen component ${name}`)
      : new FlowProblem(`The component "${name}" doesn't exist or can't stand on a screen.`);
  throw notRunHere(`the screen component ${name}`);
}

export function attributeFlowType(type: ScreenAttributeType, scope: FlowScope): FlowType {
  const single = valueType(type.dataType) ?? scope.recordType(type.objectType ?? '');
  return type.isCollection ? { kind: 'collection', of: single } : single;
}
