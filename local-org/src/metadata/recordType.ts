import type { MetadataFile } from './packageSource.ts';
import { readPicklistValues, type PicklistValueSource } from './picklistValues.ts';
import { childFlag, children, childText } from './xmlTree.ts';

/** What a record type says of one picklist of its object. */
export interface RecordTypePicklistSource {
  readonly line: number;
  readonly picklist: string;
  readonly values: readonly PicklistValueSource[];
}

/** A RecordType file. */
export interface RecordTypeSource {
  readonly file: string;
  readonly object: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly description: string | undefined;
  readonly active: boolean;
  readonly businessProcess: string | undefined;
  readonly compactLayout: string | undefined;
  readonly picklists: readonly RecordTypePicklistSource[];
}

/** A BusinessProcess file: which stages or statuses a record type goes through. */
export interface BusinessProcessSource {
  readonly file: string;
  readonly object: string;
  readonly name: string;
  readonly active: boolean;
  readonly values: readonly PicklistValueSource[];
}

/** Reads a `RecordType` file. */
export function readRecordType(file: MetadataFile): RecordTypeSource {
  const { root, path } = file;
  return {
    file: path,
    object: file.object ?? '',
    name: childText(root, 'fullName')?.split('.').at(-1) ?? file.name,
    label: childText(root, 'label'),
    description: childText(root, 'description'),
    active: childFlag(root, 'active'),
    businessProcess: childText(root, 'businessProcess'),
    compactLayout: childText(root, 'compactLayoutAssignment'),
    picklists: children(root, 'picklistValues').map((element) => ({
      line: element.line,
      picklist: childText(element, 'picklist') ?? '',
      values: readPicklistValues(element, 'values'),
    })),
  };
}

/** Reads a `BusinessProcess` file. */
export function readBusinessProcess(file: MetadataFile): BusinessProcessSource {
  const { root, path } = file;
  return {
    file: path,
    object: file.object ?? '',
    name: childText(root, 'fullName')?.split('.').at(-1) ?? file.name,
    active: childText(root, 'isActive') !== 'false',
    values: readPicklistValues(root, 'values'),
  };
}
