import { declaredTypes, type DeclaredElement, type DeclaredTypes } from './declaredTypes.ts';
import { executedTypes } from './executedTypes.ts';
import type { XmlElement } from './xmlTree.ts';

/** Something in a metadata file that its type does not have. */
export interface ShapeProblem {
  readonly line: number;
  /** In the words of the platform's reader. */
  readonly message: string;
}

/** Elements that the platform takes and the declarations do not have, and their types. */
const undeclared: ReadonlyMap<string, DeclaredElement> = new Map([
  ['CustomField.displayLocationInDecimal', { type: 'boolean', list: false }],
  ['CustomSite.allowGuestPaymentsApi', { type: 'boolean', list: false }],
  ['FlowActionCall.versionSegment', { type: 'number', list: false }],
  // Up to API version 48 components stood in their region directly.
  ['FlexiPageRegion.componentInstances', { type: 'ComponentInstance', list: true }],
]);

/** Elements that hold XML of their own, which the declarations call a string. */
const freeForm: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);

/**
 * What in a component's metadata does not fit the type that Salesforce declares
 * for it: elements that it does not have, that stand twice or apart, words and
 * values that cannot be. Types that are not declared are taken as they are.
 */
export function shapeProblems(type: string, root: XmlElement): readonly ShapeProblem[] {
  const types = declaredTypes();
  if (types.elements(type) === undefined) return [];
  // The declarations lag behind in words of types that only few orgs have; nothing here depends on those.
  const checked = executedTypes.has(type) ? types : { ...types, words: () => undefined };
  return objectProblems(root, type, checked);
}

function objectProblems(element: XmlElement, type: string, types: DeclaredTypes): readonly ShapeProblem[] {
  const elements = types.elements(type) ?? new Map<string, DeclaredElement>();
  const closed = new Set<string>();
  let previous: XmlElement | undefined;
  return element.children.flatMap((child) => {
    const declared = elements.get(child.name) ?? undeclared.get(`${type}.${child.name}`);
    const again = child.name === previous?.name ? declared?.list === false : closed.has(child.name);
    closed.add(child.name);
    previous = child;
    if (child.name === 'fullName') return [];
    if (declared === undefined) return [problem(child, `Element ${qualified(child)} invalid at this location in type ${type}`)];
    if (again) return [problem(child, `Element ${qualified(child)} is duplicated at this location in type ${type}`)];
    return freeForm.has(`${type}.${child.name}`) ? [] : valueProblems(child, declared, types);
  });
}

function valueProblems(element: XmlElement, { type }: DeclaredElement, types: DeclaredTypes): readonly ShapeProblem[] {
  if (types.elements(type) !== undefined) return objectProblems(element, type, types);
  const text = element.text.trim();
  const words = types.words(type);
  if (words !== undefined && text !== '' && !words.has(text) && !isWordInAnyCase(type, text, words))
    return [problem(element, `'${text}' is not a valid value for the enum '${type}'`)];
  if (type === 'boolean' && !/^(?:true|false|1|0)$/u.test(text))
    return [problem(element, `'${text}' is not a valid value for the type xsd:boolean`)];
  if (type === 'number' && !/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][-+]?\d+)?$/u.test(text)) {
    return [problem(element, `'${text}' is not a valid value for the type xsd:double`)];
  }
  return [];
}

/** Files of older versions write `ACTIVE` as a flow's status. */
function isWordInAnyCase(type: string, text: string, words: ReadonlySet<string>): boolean {
  return type === 'FlowVersionStatus' && [...words].some((word) => word.toLowerCase() === text.toLowerCase());
}

function problem({ line }: XmlElement, message: string): ShapeProblem {
  return { line, message: `Error parsing file: ${message}` };
}

function qualified({ name }: XmlElement): string {
  return `{http://soap.sforce.com/2006/04/metadata}${name}`;
}
