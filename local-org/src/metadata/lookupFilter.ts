import { child, childFlag, children, childText, type XmlElement } from './xmlTree.ts';

/** One line of a lookup filter as the file has it. */
export interface LookupFilterItemSource {
  readonly line: number;
  readonly field: string;
  readonly operation: string;
  readonly value?: string;
  readonly valueField?: string;
}

/** The `lookupFilter` of a field as the file has it. */
export interface LookupFilterSource {
  readonly line: number;
  readonly active: boolean;
  readonly optional: boolean;
  readonly booleanFilter?: string;
  readonly errorMessage?: string;
  readonly infoMessage?: string;
  readonly items: readonly LookupFilterItemSource[];
}

/** Reads a `lookupFilter` element. */
export function readLookupFilter(element: XmlElement): LookupFilterSource {
  return {
    line: element.line,
    active: childFlag(element, 'active'),
    optional: childFlag(element, 'isOptional'),
    ...given(element, 'booleanFilter'),
    ...given(element, 'errorMessage'),
    ...given(element, 'infoMessage'),
    items: children(element, 'filterItems').map((item) => ({
      line: item.line,
      field: childText(item, 'field') ?? '',
      operation: childText(item, 'operation') ?? '',
      ...(child(item, 'value') === undefined ? {} : { value: childText(item, 'value') ?? '' }),
      ...given(item, 'valueField'),
    })),
  };
}

/** The text of a child under its own name, where it is there and says something. */
function given<Name extends string>(element: XmlElement, name: Name): { readonly [Key in Name]?: string } {
  const text = childText(element, name);
  return text === undefined || text === '' ? {} : ({ [name]: text } as { readonly [Key in Name]?: string });
}
