import { readDataType } from './flowDataTypes.ts';
import type { FlowConstant, FlowFormula, FlowTextTemplate, FlowVariable } from './flowTypes.ts';
import { readValue } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

function begin(reader: ShapeReader): string {
  const name = reader.requiredText('name');
  reader.describeAs(`${reader.element.name} ${name}`);
  reader.harmless('description', 'processMetadataValues');
  return name;
}

export function readVariable(reader: ShapeReader): FlowVariable {
  const name = begin(reader);
  reader.harmless('apexClass');
  reader.harmless('scale');
  const variable = {
    name,
    line: reader.line,
    dataType: readDataType(reader),
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
  return { name, line: reader.line, dataType: readDataType(reader), value: reader.one('value', readValue) };
}

export function readFormula(reader: ShapeReader): FlowFormula {
  const name = begin(reader);
  const dataType = readDataType(reader, 'Number');
  return { name, line: reader.line, dataType, expression: reader.requiredText('expression'), scale: reader.number('scale') };
}

export function readTextTemplate(reader: ShapeReader): FlowTextTemplate {
  const name = begin(reader);
  reader.harmless('isViewedAsPlainText');
  return { name, line: reader.line, text: reader.raw('text') ?? '' };
}
