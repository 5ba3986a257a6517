import { dataTypes } from './flowDataTypes.ts';
import type { AssignmentItem, FieldAssignment, FlowCondition, FlowConditions, FlowConnector, FlowFilters, FlowValue } from './flowTypes.ts';
import type { ShapeReader } from './shapeReader.ts';

/** `<value>`, `<rightValue>`: a FlowElementReferenceOrValue; undefined when empty. */
export function readValue(reader: ShapeReader): FlowValue | undefined {
  const found: FlowValue[] = [];
  const reference = reader.text('elementReference');
  if (reference !== undefined) found.push({ kind: 'reference', path: reference });
  const string = reader.raw('stringValue');
  if (string !== undefined) found.push({ kind: 'string', value: string });
  const number = reader.number('numberValue');
  if (number !== undefined) found.push({ kind: 'number', value: number });
  const boolean = reader.oneOf('booleanValue', ['true', 'false']);
  if (boolean !== undefined) found.push({ kind: 'boolean', value: boolean === 'true' });
  const date = reader.text('dateValue');
  if (date !== undefined) found.push({ kind: 'date', value: date.slice(0, 10) });
  const datetime = reader.text('dateTimeValue');
  if (datetime !== undefined) found.push({ kind: 'datetime', value: datetime });
  const time = reader.text('timeValue');
  if (time !== undefined) found.push({ kind: 'time', value: time });
  const formula = readInlineFormula(reader);
  if (formula !== undefined) found.push(formula);
  reader.refuse('apexValue', 'collectionElements', 'complexValue', 'complexValueType', 'isReverseValueMapping');
  reader.refuse('setupReference', 'setupReferenceType', 'sobjectValue', 'transform', 'transformValueReference', 'valueMapName');
  reader.harmless('processMetadataValues', 'inputConfiguratorMode');
  if (found.length > 1) reader.problem('holds more than one value');
  return found[0];
}

function readInlineFormula(reader: ShapeReader): FlowValue | undefined {
  const expression = reader.raw('formulaExpression');
  const dataType = reader.oneOf('formulaDataType', dataTypes) ?? 'String';
  return expression === undefined ? undefined : { kind: 'formula', expression, dataType };
}

/** Target of `<connector>` and its kin; undefined when there is none. */
export function readConnector(reader: ShapeReader, name = 'connector'): FlowConnector {
  return reader.one(name, (connector) => {
    connector.harmless('isGoTo', 'processMetadataValues');
    return connector.requiredText('targetReference');
  });
}

export function readConditions(reader: ShapeReader): FlowConditions {
  return { logic: reader.text('conditionLogic') ?? 'and', conditions: reader.each('conditions', readCondition) };
}

function readCondition(reader: ShapeReader): FlowCondition {
  reader.harmless('processMetadataValues');
  reader.refuse('aggregationField', 'aggregationOperator');
  reader.inert('conditionType', 'Container', 'EntryCondition', 'ExitCondition');
  const group = { logic: reader.text('conditionLogic') ?? 'and', conditions: reader.each('conditions', readCondition) };
  if (group.conditions.length > 0) {
    reader.harmless('leftValueReference', 'rightValue', 'operator');
    return { left: '', operator: 'None', right: undefined, group };
  }
  return {
    left: reader.requiredText('leftValueReference'),
    operator: reader.requiredText('operator'),
    right: reader.one('rightValue', readValue),
  };
}

export function readFilters(reader: ShapeReader): FlowFilters {
  const logic = reader.text('filterLogic') ?? 'and';
  const filters = reader.each('filters', (filter) => {
    filter.harmless('processMetadataValues');
    return { field: filter.requiredText('field'), operator: filter.requiredText('operator'), value: filter.one('value', readValue) };
  });
  return { logic, filters };
}

export function readFieldAssignments(reader: ShapeReader): FieldAssignment[] {
  return reader.each('inputAssignments', (assignment) => {
    assignment.harmless('processMetadataValues');
    return { field: assignment.requiredText('field'), value: assignment.one('value', readValue) };
  });
}

/** Lines of [target, operator, value] under the given names of their elements. */
export function readAssignmentItem(reader: ShapeReader, target: string): AssignmentItem {
  reader.harmless('processMetadataValues');
  return { to: reader.requiredText(target), operator: reader.requiredText('operator'), value: reader.one('value', readValue) };
}

/** `<inputParameters>` of an action. */
export function readParameters(reader: ShapeReader, name = 'inputParameters'): { name: string; value: FlowValue | undefined }[] {
  return reader.each(name, (parameter) => {
    parameter.harmless('processMetadataValues');
    return { name: parameter.requiredText('name'), value: parameter.one('value', readValue) };
  });
}

/** `<outputParameters>` of an action, `<outputAssignments>` of a subflow. */
export function readOutputs(reader: ShapeReader, name: string): { name: string; to: string }[] {
  return reader.each(name, (output) => {
    output.harmless('processMetadataValues');
    return { name: output.requiredText('name'), to: output.requiredText('assignToReference') };
  });
}
