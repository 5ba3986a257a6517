import type { RecordCreateElement, RecordDeleteElement, RecordLookupElement, RecordUpdateElement } from './flowTypes.ts';
import { readConnector, readFieldAssignments, readFilters, readValue } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

/** Readers of the elements that query or change records. */
export const readDataElement = {
  recordLookups: readLookup,
  recordCreates: readCreate,
  recordUpdates: readUpdate,
  recordDeletes: readDelete,
};

function common(reader: ShapeReader): { name: string; line: number; connector: string | undefined; faultConnector: string | undefined } {
  return {
    name: reader.requiredText('name'),
    line: reader.line,
    connector: readConnector(reader),
    faultConnector: readConnector(reader, 'faultConnector'),
  };
}

function readLookup(reader: ShapeReader): RecordLookupElement {
  reader.refuse('relatedRecords');
  const sortField = reader.text('sortField');
  const sortOrder = reader.oneOf('sortOrder', ['Asc', 'Desc']);
  return {
    kind: 'recordLookups',
    ...common(reader),
    object: reader.requiredText('object'),
    filters: readFilters(reader),
    firstOnly: reader.flag('getFirstRecordOnly'),
    storeAutomatically: reader.flag('storeOutputAutomatically'),
    queriedFields: reader.each('queriedFields', (field) => field.element.text.trim()),
    outputReference: reader.text('outputReference'),
    outputAssignments: reader.each('outputAssignments', (output) => {
      output.harmless('processMetadataValues');
      return { to: output.requiredText('assignToReference'), field: output.requiredText('field') };
    }),
    nullWhenNone: reader.flag('assignNullValuesIfNoRecordsFound'),
    sort: sortField === undefined ? undefined : { field: sortField, descending: sortOrder === 'Desc' },
    limit: reader.one('limit', readValue),
  };
}

function readCreate(reader: ShapeReader): RecordCreateElement {
  const upserts = reader.flag('doesUpsert');
  const externalIdField = reader.text('upsertExternalIdField');
  const standardIdField = reader.text('upsertStandardIdField');
  if (!upserts && (externalIdField ?? standardIdField) !== undefined)
    reader.problem('names an upsert field without <doesUpsert>true</doesUpsert>');
  const create = {
    kind: 'recordCreates' as const,
    ...common(reader),
    object: reader.text('object'),
    inputReference: reader.text('inputReference'),
    assignments: readFieldAssignments(reader),
    assignIdTo: reader.text('assignRecordIdToReference'),
    storeAutomatically: reader.flag('storeOutputAutomatically'),
    upsertField: upserts ? (externalIdField ?? standardIdField ?? 'Id') : undefined,
    // The Metadata API Developer Guide: true unless said otherwise.
    upsertAllOrNone: upserts && (reader.oneOf('doesUpsertAllOrNone', ['true', 'false']) ?? 'true') === 'true',
    matching: readMatching(reader),
  };
  if (externalIdField !== undefined && standardIdField !== undefined)
    reader.problem('names both <upsertExternalIdField> and <upsertStandardIdField>');
  if (create.matching !== undefined && upserts) reader.problem('cannot both upsert and check for matching records');
  requireOneInput(reader, create.inputReference, create.object);
  return create;
}

/** "Check for matching records"; undefined when the element does not. */
function readMatching(reader: ShapeReader): RecordCreateElement['matching'] {
  const filters = readFilters(reader);
  const one = reader.oneOf('operationOneMatchingRecord', ['None', 'UpdateAllRecords']);
  const many = reader.oneOf('operationMultMatchingRecords', ['None', 'UpdateAllRecords', 'UpdateLatestRecord']);
  reader.oneOf('operationZeroMatchingRecords', ['None']);
  if (filters.filters.length === 0) return undefined;
  return { filters, one: one ?? 'None', many: many ?? 'None' };
}

function readUpdate(reader: ShapeReader): RecordUpdateElement {
  const update = {
    kind: 'recordUpdates' as const,
    ...common(reader),
    object: reader.text('object'),
    inputReference: reader.text('inputReference'),
    filters: readFilters(reader),
    assignments: readFieldAssignments(reader),
  };
  requireOneInput(reader, update.inputReference, update.object);
  return update;
}

function readDelete(reader: ShapeReader): RecordDeleteElement {
  const remove = {
    kind: 'recordDeletes' as const,
    ...common(reader),
    object: reader.text('object'),
    inputReference: reader.text('inputReference'),
    filters: readFilters(reader),
  };
  requireOneInput(reader, remove.inputReference, remove.object);
  return remove;
}

/** The records come from a variable, or the object is named with filters or field values. */
function requireOneInput(reader: ShapeReader, inputReference: string | undefined, object: string | undefined): void {
  if (inputReference === undefined && object === undefined) reader.problem('names neither <inputReference> nor <object>');
}
