import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filterOperations } from './filterOperations.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

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
}

/** Reads the list views. @throws MetadataError for settings that the shell does not run */
export function readListViews(source: PackageSource): readonly ListView[] {
  const problems: MetadataProblem[] = [];
  const views = filesOfType(source, 'ListView').map((file): ListView => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    reader.harmless('fullName', 'language', 'sharedTo');
    reader.refuse('booleanFilter', 'division', 'queue');
    const view: ListView = {
      name: file.name,
      objectName: file.object ?? '',
      label: reader.requiredText('label'),
      columns: reader.each('columns', (column) => column.element.text.trim()),
      mineOnly: reader.oneOf('filterScope', ['Everything', 'Mine'] as const) === 'Mine',
      filters: reader.each('filters', readFilter),
    };
    reader.close();
    return view;
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return views;
}

function readFilter(filter: ShapeReader): ListViewFilter {
  const value = filter.text('value');
  return {
    field: filter.requiredText('field'),
    operation: filter.oneOf('operation', filterOperations) ?? 'equals',
    ...(value === undefined ? {} : { value }),
  };
}
