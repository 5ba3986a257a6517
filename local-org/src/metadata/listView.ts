import { filterOperations } from './filterOperations.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { children, childText, type XmlElement } from './xmlTree.ts';

export interface ListViewFilter {
  readonly field: string;
  readonly operation: (typeof filterOperations)[number];
  /** As written: commas separate alternatives; absent means blank. */
  readonly value?: string;
}

/** A list view: which records of an object, and which columns. */
export interface ListView {
  readonly name: string;
  readonly objectName: string;
  readonly label: string;
  /** As written: `NAME`, `OWNER.ALIAS`, `Rating__c`. */
  readonly columns: readonly string[];
  /** Whether only the reader's own records are shown. */
  readonly mineOnly: boolean;
  readonly filters: readonly ListViewFilter[];
  /** How the filters go together, by their numbers: `1 AND (2 OR 3)`; absent: all must hold. */
  readonly filterLogic?: string;
}

/** Reads the list views that can be shown here; `whyNotShown` tells of the others. */
export function readListViews(source: PackageSource): readonly ListView[] {
  return filesOfType(source, 'ListView')
    .filter(({ root }) => whyNotShown(root) === undefined)
    .map(({ name, object, root }): ListView => {
      const filterLogic = childText(root, 'booleanFilter');
      return {
        name,
        objectName: object ?? '',
        label: childText(root, 'label') ?? name,
        columns: children(root, 'columns').map((column) => column.text.trim()),
        mineOnly: childText(root, 'filterScope') === 'Mine',
        filters: children(root, 'filters').map(readFilter),
        ...(filterLogic === undefined ? {} : { filterLogic }),
      };
    });
}

/** What of a list view nothing here can show; undefined when all is well. */
export function whyNotShown(root: XmlElement): string | undefined {
  const scope = childText(root, 'filterScope');
  if (scope !== 'Everything' && scope !== 'Mine') return `filterScope ${scope ?? '(none)'}`;
  const other = ['division', 'queue'].find((element) => childText(root, element) !== undefined);
  if (other !== undefined) return other;
  const unknown = children(root, 'filters')
    .map((filter) => childText(filter, 'operation') ?? '')
    .find((operation) => !filterOperations.some((known) => known === operation));
  return unknown === undefined ? undefined : `the operation ${unknown}`;
}

function readFilter(filter: XmlElement): ListViewFilter {
  const value = childText(filter, 'value');
  const operation = childText(filter, 'operation');
  return {
    field: childText(filter, 'field') ?? '',
    operation: filterOperations.find((known) => known === operation) ?? 'equals',
    ...(value === undefined ? {} : { value }),
  };
}
