import { child, childFlag, children, childText, type XmlElement } from './xmlTree.ts';

/** One value of a picklist as the file has it. */
export interface PicklistValueSource {
  readonly fullName: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
  readonly description?: string;
  /** Standard value sets only. */
  readonly closed?: boolean;
  readonly won?: boolean;
  readonly converted?: boolean;
  readonly highPriority?: boolean;
  readonly probability?: number;
  readonly forecastCategory?: string;
}

/** With which values of the controlling field a value can be chosen. */
export interface ValueSettingSource {
  readonly line: number;
  readonly valueName: string;
  readonly controllingFieldValues: readonly string[];
}

/** A value set: the field's own values, or the name of a global one. */
export interface ValueSetSource {
  readonly restricted: boolean;
  /** Whether the file has values of its own, even if none. */
  readonly defined: boolean;
  readonly values: readonly PicklistValueSource[];
  readonly globalName?: string;
  readonly controllingField?: string;
  readonly settings: readonly ValueSettingSource[];
}

/** Reads the `valueSet` of a field. */
export function readValueSet(element: XmlElement): ValueSetSource {
  const definition = child(element, 'valueSetDefinition');
  const globalName = childText(element, 'valueSetName');
  const controllingField = childText(element, 'controllingField');
  return {
    restricted: childFlag(element, 'restricted'),
    defined: definition !== undefined,
    values: definition === undefined ? [] : readPicklistValues(definition, 'value'),
    ...(globalName === undefined ? {} : { globalName }),
    ...(controllingField === undefined ? {} : { controllingField }),
    settings: children(element, 'valueSettings').map((setting) => ({
      line: setting.line,
      valueName: decodeName(childText(setting, 'valueName') ?? ''),
      controllingFieldValues: children(setting, 'controllingFieldValue').map((value) => decodeName(value.text.trim())),
    })),
  };
}

/** The picklist values below an element: `value` in a field's file, `customValue` in a global value set, `standardValue`, `values`. */
export function readPicklistValues(parent: XmlElement, elementName: string): readonly PicklistValueSource[] {
  const sorted = childFlag(parent, 'sorted');
  const values = children(parent, elementName).map(readPicklistValue);
  return sorted ? values.toSorted((left, right) => left.label.localeCompare(right.label, 'en')) : values;
}

function readPicklistValue(element: XmlElement): PicklistValueSource {
  const fullName = decodeName(childText(element, 'fullName') ?? '');
  const description = childText(element, 'description');
  const probability = childText(element, 'probability');
  const forecastCategory = childText(element, 'forecastCategory');
  return {
    fullName,
    label: childText(element, 'label') ?? fullName,
    isDefault: childFlag(element, 'default'),
    isActive: childText(element, 'isActive') !== 'false',
    ...(description === undefined ? {} : { description }),
    ...flagOf(element, 'closed'),
    ...flagOf(element, 'won'),
    ...flagOf(element, 'converted'),
    ...flagOf(element, 'highPriority'),
    ...(probability === undefined ? {} : { probability: Number(probability) }),
    ...(forecastCategory === undefined ? {} : { forecastCategory }),
  };
}

function flagOf<Name extends 'closed' | 'won' | 'converted' | 'highPriority'>(
  element: XmlElement,
  name: Name,
): Pick<PicklistValueSource, Name> {
  const flag = child(element, name) === undefined ? undefined : childFlag(element, name);
  return (flag === undefined ? {} : { [name]: flag }) as Pick<PicklistValueSource, Name>;
}

/** Metadata files write some characters of a full name as %xx, in UTF-8. */
export function decodeName(name: string): string {
  return name.replace(/(?:%[0-9A-Fa-f]{2})+/gu, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}
