import type { MetadataFile } from './packageSource.ts';
import { childFlag, children, childText, type XmlElement } from './xmlTree.ts';

/** A field that a field set names: its path from the object. */
export interface FieldSetItemSource {
  readonly line: number;
  readonly path: string;
  readonly required: boolean;
}

/** A FieldSet file. */
export interface FieldSetSource {
  readonly file: string;
  readonly object: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly description: string | undefined;
  readonly displayed: readonly FieldSetItemSource[];
  readonly available: readonly FieldSetItemSource[];
}

/** Reads a `FieldSet` file. */
export function readFieldSet(file: MetadataFile): FieldSetSource {
  const { root, path } = file;
  return {
    file: path,
    object: file.object ?? '',
    name: childText(root, 'fullName')?.split('.').at(-1) ?? file.name,
    label: childText(root, 'label'),
    description: childText(root, 'description'),
    displayed: children(root, 'displayedFields').map(readItem),
    available: children(root, 'availableFields').map(readItem),
  };
}

function readItem(element: XmlElement): FieldSetItemSource {
  return { line: element.line, path: childText(element, 'field') ?? '', required: childFlag(element, 'isRequired') };
}
