import { readDataType } from '../flowDataTypes.ts';
import { readFilters, readValue } from '../flowValues.ts';
import type { ShapeReader } from '../shapeReader.ts';
import type { FlowChoice, FlowChoiceSet } from './screenTypes.ts';

function begin(reader: ShapeReader): { name: string; line: number } {
  const name = reader.requiredText('name');
  reader.describeAs(`${reader.element.name} ${name}`);
  reader.harmless('description', 'processMetadataValues');
  return { name, line: reader.line };
}

/** `<choices>` */
export function readChoice(reader: ShapeReader): FlowChoice {
  reader.harmless('choiceIcon');
  reader.refuse('userInput');
  return {
    ...begin(reader),
    text: reader.raw('choiceText') ?? '',
    dataType: readDataType(reader),
    value: reader.one('value', readValue),
  };
}

/** `<dynamicChoiceSets>` */
export function readChoiceSet(reader: ShapeReader): FlowChoiceSet {
  const named = begin(reader);
  const field = reader.text('picklistField');
  const object = reader.text('picklistObject');
  const sortField = reader.text('sortField');
  const sortOrder = reader.oneOf('sortOrder', ['Asc', 'Desc']);
  const set: FlowChoiceSet = {
    ...named,
    dataType: readDataType(reader),
    object: reader.text('object'),
    collection: reader.text('collectionReference'),
    displayField: reader.text('displayField'),
    valueField: reader.text('valueField'),
    filters: readFilters(reader),
    limit: reader.number('limit'),
    sort: sortField === undefined && sortOrder === undefined ? undefined : { field: sortField, descending: sortOrder === 'Desc' },
    picklist: field === undefined ? undefined : { object: object ?? '', field },
    outputs: reader.each('outputAssignments', (output) => {
      output.harmless('processMetadataValues');
      return { to: output.requiredText('assignToReference'), field: output.requiredText('field') };
    }),
  };
  if (set.picklist === undefined && set.displayField === undefined) reader.requiredText('displayField');
  if (field !== undefined && object === undefined) reader.requiredText('picklistObject');
  if (field === undefined && set.object === undefined && set.collection === undefined) reader.requiredText('object');
  return set;
}
