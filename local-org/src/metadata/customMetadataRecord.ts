import type { MetadataProblem } from '../errors.ts';
import type { MetadataFile } from './packageSource.ts';
import { child, childFlag, children, childText, type XmlElement } from './xmlTree.ts';

/** One value of a custom metadata record: `type` is the local name of its `xsi:type`, e.g. `double`. */
export interface CustomMetadataValueSource {
  readonly line: number;
  readonly field: string;
  readonly type: string | undefined;
  /** Undefined for `xsi:nil`. */
  readonly text: string | undefined;
}

/** A `CustomMetadata` file: one record of a custom metadata type. */
export interface CustomMetadataSource {
  readonly file: string;
  /** API name of the type with its suffix: `Routing__mdt`. */
  readonly object: string;
  /** `DeveloperName` of the record. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly label: string | undefined;
  readonly isProtected: boolean;
  readonly values: readonly CustomMetadataValueSource[];
}

const untyped =
  'Error parsing file:  Only the following configurations are supported : ' +
  '1) if the type is mentioned i.g. type="xsi:boolean" 2) With metadata CRUD API with fullName required';

/** Reads a `CustomMetadata` file. Whether its values fit the type's fields is checked where the schema is known. */
export function readCustomMetadata(file: MetadataFile): {
  readonly source: CustomMetadataSource;
  readonly problems: readonly MetadataProblem[];
} {
  const { root, path } = file;
  const problems: MetadataProblem[] = [];
  const fullName = childText(root, 'fullName') ?? file.name;
  const point = fullName.indexOf('.');
  if (point < 0) {
    const message = `Must specify the name in the CustomMetadataType.CustomMetadata format, Name:${fullName}, Delimiter:.`;
    problems.push({ file: path, message });
  }
  const [, namespace, name = ''] = /^(?:([A-Za-z][A-Za-z0-9]*)__)?(.+)$/u.exec(fullName.slice(point + 1)) ?? [];
  const values = children(root, 'values').map((element) => readValue(element, path, problems));
  return {
    source: {
      file: path,
      object: `${fullName.slice(0, Math.max(point, 0)).replace(/__mdt$/u, '')}__mdt`,
      name,
      namespace,
      label: childText(root, 'label'),
      isProtected: childFlag(root, 'protected'),
      values,
    },
    problems,
  };
}

function readValue(element: XmlElement, file: string, problems: MetadataProblem[]): CustomMetadataValueSource {
  const value = child(element, 'value');
  const declared = Object.entries(value?.attributes ?? {}).find(([name]) => name === 'type' || name.endsWith(':type'))?.[1];
  const isNil = Object.entries(value?.attributes ?? {}).some(([name, text]) => /(?:^|:)nil$/u.test(name) && text === 'true');
  const type = declared?.split(':').at(-1);
  if (value !== undefined && !isNil && type === undefined) problems.push({ file, element: 'value', line: value.line, message: untyped });
  const text = value === undefined || isNil ? undefined : value.text;
  return { line: element.line, field: childText(element, 'field') ?? '', type, text };
}
