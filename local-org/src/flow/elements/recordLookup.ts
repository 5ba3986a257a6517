import type { RecordLookupElement } from '../../metadata/flowTypes.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { OrderItem } from '../../soql/ast.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import { fits } from '../conversions.ts';
import type { FlowData, FlowRecord } from '../data.ts';
import { describeType, fieldType, type FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { compileValue } from '../values.ts';
import { adapt } from '../conversions.ts';
import type { CompileElement, ElementContext } from './context.ts';
import { RecordFilters } from './filters.ts';
import { queryForAll } from './recordQuery.ts';

/** Metadata API Developer Guide, FlowRecordLookup. */
const mostRecords = 20_000;

/** Get Records. */
export const compileRecordLookup: CompileElement<'recordLookups'> = (element, context) => {
  const { object } = context.scope.recordType(element.object);
  const filters = new RecordFilters(element.filters, object, context);
  const limit =
    element.limit === undefined ? undefined : compileValue(element.limit, { kind: 'value', type: 'int' }, context.scope.resolve);
  if (element.limit?.kind === 'number' && (element.limit.value < 2 || element.limit.value > mostRecords)) {
    throw new FlowProblem(`The limit of Get Records must be between 2 and ${mostRecords}.`);
  }
  const limitOf = (interview: Interview): number | undefined => {
    if (element.firstOnly) return 1;
    const most = limit?.evaluate(interview);
    return typeof most === 'number' ? most : undefined;
  };
  const query = {
    object,
    filters,
    fields: selectedFields(element, object, context),
    orderBy: order(element, object),
    allFields: element.queriedFields.length === 0 && element.outputAssignments.length === 0,
  };
  const store = compileOutput(element, object, context);
  const exit = context.exit(element.connector);
  const compiled: CompiledElement = {
    name: element.name,
    needs: [...filters.needs, ...(limit?.needs ?? [])],
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      for (const [interview, records] of queryForAll(query, interviews, compiled, run, limitOf)) {
        store(interview, records);
        run.proceed(interview, exit);
      }
    },
  };
  return compiled;
};

/** The queried fields, or all that are stored; and the formula fields that the flow reads. */
function selectedFields(element: RecordLookupElement, object: SObjectType, context: ElementContext): () => readonly string[] {
  const named = element.queriedFields.map((name) => fieldOf(object, name).name);
  const outputs = element.outputAssignments.map((output) => fieldOf(object, output.field).name);
  const stored = object.fields
    .values()
    .filter((field) => field.formula === undefined && field.compound === undefined && field.type !== 'base64');
  const fields = named.length > 0 || outputs.length > 0 ? [...named, ...outputs] : [...stored.map((field) => field.name)];
  const type = context.scope.slot(element.name)?.type;
  const record = type?.kind === 'collection' ? type.of : type;
  const formulaFields = record?.kind === 'record' ? record.source?.formulaFields : undefined;
  return () => [...fields, ...(formulaFields ?? [])];
}

function order(element: RecordLookupElement, object: SObjectType): OrderItem | undefined {
  if (element.sort === undefined) return undefined;
  const field = fieldOf(object, element.sort.field);
  return { by: [field.name], direction: element.sort.descending ? 'DESC' : 'ASC', nulls: 'FIRST' };
}

type Store = (interview: Interview, records: readonly FlowRecord[]) => void;

function compileOutput(element: RecordLookupElement, object: SObjectType, context: ElementContext): Store {
  const stores = [automatic(element, context), reference(element, object, context), fieldOutputs(element, object, context)].filter(
    (store) => store !== undefined,
  );
  const [store] = stores;
  if (store === undefined || stores.length > 1) throw new FlowProblem('Get Records must store what it finds in exactly one place.');
  return store;
}

/** What is found: a record, a list, or nothing. */
function result(element: RecordLookupElement, records: readonly FlowRecord[]): FlowData {
  const [first] = records;
  if (first === undefined) return null;
  return element.firstOnly ? first.copy() : records.map((record) => record.copy());
}

function automatic(element: RecordLookupElement, context: ElementContext): Store | undefined {
  const slot = element.storeAutomatically ? context.scope.slot(element.name)?.slot : undefined;
  if (slot === undefined) return undefined;
  return (interview, records) => {
    interview.data[slot] = result(element, records);
  };
}

function reference(element: RecordLookupElement, object: SObjectType, context: ElementContext): Store | undefined {
  if (element.outputReference === undefined) return undefined;
  const target = context.scope.target(element.outputReference);
  const single: FlowType = { kind: 'record', object };
  const given: FlowType = element.firstOnly || target.type.kind === 'record' ? single : { kind: 'collection', of: single };
  if (!fits(given, target.type))
    throw new FlowProblem(`The variable "${element.outputReference}" (${describeType(target.type)}) can't hold what Get Records finds.`);
  const firstOnly = given.kind === 'record';
  return (interview, records) => {
    if (records.length > 0 || element.nullWhenNone) target.assign(interview, result({ ...element, firstOnly }, records));
  };
}

function fieldOutputs(element: RecordLookupElement, object: SObjectType, context: ElementContext): Store | undefined {
  if (element.outputAssignments.length === 0) return undefined;
  const outputs = element.outputAssignments.map((output) => {
    const field = fieldOf(object, output.field);
    const target = context.scope.target(output.to);
    adapt({ type: fieldType(field), needs: [], evaluate: () => null }, target.type);
    return { field: field.name, target };
  });
  return (interview, records) => {
    const [first] = records;
    if (first === undefined && !element.nullWhenNone) return;
    for (const { field, target } of outputs) target.assign(interview, first?.fields[field] ?? null);
  };
}
