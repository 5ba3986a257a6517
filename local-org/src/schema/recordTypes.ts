import type { MetadataProblem } from '../errors.ts';
import { apiNameProblem, tooLong } from '../metadata/nameRules.ts';
import type { BusinessProcessSource, RecordTypePicklistSource, RecordTypeSource } from '../metadata/recordType.ts';
import type { Field, RecordType } from './types.ts';
import type { RecordTypePicklist } from './objectParts.ts';

/** What a record type is checked against. */
export interface RecordTypeSurroundings {
  readonly object: string;
  readonly find: (field: string) => Field | undefined;
  /** By lower-cased name. */
  readonly processes: ReadonlyMap<string, BusinessProcessSource>;
}

/** The picklist that a business process narrows, for each object that has processes. */
const PROCESS_FIELDS: Readonly<Record<string, string>> = { Opportunity: 'StageName', Lead: 'Status', Case: 'Status', Solution: 'Status' };

/** The record type of a file, and what is wrong with it. */
export function recordTypeFromMetadata(
  source: RecordTypeSource,
  around: RecordTypeSurroundings,
): { readonly recordType: RecordType; readonly problems: readonly MetadataProblem[] } {
  const problems: MetadataProblem[] = [];
  const say = (element: string, message: string | undefined, line?: number): void => {
    if (message !== undefined) problems.push({ file: source.file, element, message, ...(line === undefined ? {} : { line }) });
  };
  say('fullName', apiNameProblem('Record Type Name', source.name) ?? tooLong('DeveloperName', source.name, 80));
  if ((source.label ?? '') === '') say('label', 'Required field is missing: label');
  say('label', tooLong('Name', source.label, 80));
  say('description', tooLong('Description', source.description, 255));
  const picklists = new Map<string, RecordTypePicklist>();
  for (const picklist of source.picklists) {
    const read = readPicklist(picklist, around, (message) => {
      say('picklistValues', message, picklist.line);
    });
    if (read !== undefined) picklists.set(read.field.name.toLowerCase(), read.picklist);
  }
  const processed = processPicklist(source, around, (message) => {
    say('businessProcess', message);
  });
  if (processed !== undefined) picklists.set(processed.field.toLowerCase(), processed.picklist);
  const recordType: RecordType = {
    name: source.name,
    label: source.label ?? source.name,
    active: source.active,
    picklists,
    ...(source.description === undefined ? {} : { description: source.description }),
    ...(source.businessProcess === undefined ? {} : { businessProcess: source.businessProcess }),
    ...(source.compactLayout === undefined ? {} : { compactLayout: source.compactLayout }),
  };
  return { recordType, problems };
}

function readPicklist(
  source: RecordTypePicklistSource,
  { object, find }: RecordTypeSurroundings,
  say: (message: string) => void,
): { readonly field: Field; readonly picklist: RecordTypePicklist } | undefined {
  // The salutation goes by the name of the compound field.
  const field = source.picklist === 'Name' ? find('Salutation') : find(source.picklist);
  if (field?.picklist === undefined) {
    say(`In field: picklist - no CustomField named ${object}.${source.picklist} found`);
    return undefined;
  }
  const known = new Map(field.picklist.values.map((choice) => [choice.value.toLowerCase(), choice.value]));
  const values: string[] = [];
  for (const { fullName } of source.values) {
    const value = known.get(fullName.toLowerCase());
    if (value === undefined) say(`Picklist value: ${fullName} in picklist: ${source.picklist} not found`);
    else values.push(value);
  }
  const chosen = source.values.find((value) => value.isDefault)?.fullName;
  return { field, picklist: { values, ...(chosen === undefined ? {} : { defaultValue: chosen }) } };
}

function processPicklist(
  { businessProcess, object }: RecordTypeSource,
  { find, processes }: RecordTypeSurroundings,
  say: (message: string) => void,
): { readonly field: string; readonly picklist: RecordTypePicklist } | undefined {
  const name = PROCESS_FIELDS[object];
  if (businessProcess === undefined || businessProcess === '') {
    if (name !== undefined) say('Required field is missing: businessProcess');
    return undefined;
  }
  const process = processes.get(`${object}.${businessProcess.split('.').at(-1) ?? ''}`.toLowerCase());
  if (name === undefined || process === undefined) {
    say(`In field: businessProcess - no BusinessProcess named ${object}.${businessProcess} found`);
    return undefined;
  }
  const known = new Set((find(name)?.picklist?.values ?? []).map((choice) => choice.value));
  const values = process.values.map((value) => value.fullName).filter((value) => known.has(value));
  const chosen = process.values.find((value) => value.isDefault)?.fullName;
  return { field: name, picklist: { values, ...(chosen === undefined ? {} : { defaultValue: chosen }) } };
}

/** What is wrong with a business process: an object that has none, values that its picklist does not have. */
export function businessProcessProblems(
  source: BusinessProcessSource,
  find: (field: string) => Field | undefined,
): readonly MetadataProblem[] {
  const name = PROCESS_FIELDS[source.object];
  if (name === undefined) return [{ file: source.file, message: `Business processes are not available for the object ${source.object}` }];
  const known = new Set((find(name)?.picklist?.values ?? []).map((choice) => choice.value.toLowerCase()));
  return source.values
    .filter((value) => !known.has(value.fullName.toLowerCase()))
    .map((value) => ({
      file: source.file,
      element: 'values',
      message: `Picklist value: ${value.fullName} in picklist: ${name} not found`,
    }));
}
