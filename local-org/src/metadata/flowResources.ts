import type { FlowConstant, FlowDataType, FlowFormula, FlowTextTemplate, FlowVariable } from './flowTypes.ts';
import { readValue } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

const dataTypes: readonly FlowDataType[] = [
  'String',
  'Number',
  'Currency',
  'Boolean',
  'Date',
  'DateTime',
  'Time',
  'Picklist',
  'Multipicklist',
  'SObject',
];

function begin(reader: ShapeReader): string {
  const name = reader.requiredText('name');
  reader.describeAs(`${reader.element.name} ${name}`);
  reader.harmless('description', 'processMetadataValues');
  return name;
}

function dataType(reader: ShapeReader, otherwise?: FlowDataType): FlowDataType {
  const type = reader.oneOf('dataType', dataTypes) ?? otherwise;
  if (type === undefined) reader.requiredText('dataType');
  return type ?? 'String';
}

export function readVariable(reader: ShapeReader): FlowVariable {
  const name = begin(reader);
  reader.refuse('apexClass');
  reader.harmless('scale');
  const variable = {
    name,
    dataType: dataType(reader),
    objectType: reader.text('objectType'),
    isCollection: reader.flag('isCollection'),
    isInput: reader.flag('isInput'),
    isOutput: reader.flag('isOutput'),
    value: reader.one('value', readValue),
  };
  if (variable.dataType === 'SObject' && variable.objectType === undefined) reader.problem('<objectType> is missing for a record variable');
  if (variable.value !== undefined && (variable.isCollection || variable.dataType === 'SObject')) {
    reader.problem('a default value is possible only for a variable that holds one value');
  }
  return variable;
}

export function readConstant(reader: ShapeReader): FlowConstant {
  const name = begin(reader);
  return { name, dataType: dataType(reader), value: reader.one('value', readValue) };
}

export function readFormula(reader: ShapeReader): FlowFormula {
  const name = begin(reader);
  return { name, dataType: dataType(reader, 'String'), expression: reader.requiredText('expression'), scale: reader.number('scale') };
}

export function readTextTemplate(reader: ShapeReader): FlowTextTemplate {
  const name = begin(reader);
  reader.harmless('isViewedAsPlainText');
  return { name, text: reader.raw('text') ?? '' };
}
