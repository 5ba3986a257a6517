import { childText, type XmlElement } from '../metadata/xmlTree.ts';

/** The member by which entries of a profile are told apart. */
const entryNames: Readonly<Record<string, string>> = {
  applicationVisibilities: 'application',
  classAccesses: 'apexClass',
  customMetadataTypeAccesses: 'name',
  customPermissions: 'name',
  customSettingAccesses: 'name',
  fieldPermissions: 'field',
  flowAccesses: 'flow',
  objectPermissions: 'object',
  pageAccesses: 'apexPage',
  recordTypeVisibilities: 'recordType',
  tabVisibilities: 'tab',
  userPermissions: 'name',
};

/**
 * What a component says after it was deployed over itself. Most types are
 * replaced; profiles and standard objects keep what a deployment leaves out.
 */
export function mergedRoot(type: string, fullName: string, before: XmlElement, after: XmlElement): XmlElement {
  if (type === 'Profile') return merged(before, after, (element) => `${element.name} ${nameOf(element)}`);
  const isStandard = type === 'CustomObject' && !/__[a-z]+$/iu.test(fullName);
  return isStandard ? merged(before, after, (element) => element.name) : after;
}

/** New entries come after the old ones of their name, so that equal names stay together. */
function merged(before: XmlElement, after: XmlElement, keyOf: (element: XmlElement) => string): XmlElement {
  const replaced = new Set(after.children.map(keyOf));
  const kept = before.children.filter((element) => !replaced.has(keyOf(element)));
  const names = new Set([...kept, ...after.children].map(({ name }) => name));
  const children = [...names].flatMap((name) => [...kept, ...after.children].filter((element) => element.name === name));
  return { ...after, children };
}

function nameOf(element: XmlElement): string {
  if (element.name === 'layoutAssignments')
    return `${childText(element, 'layout')?.split('-', 1)[0] ?? ''} ${childText(element, 'recordType') ?? ''}`;
  const member = entryNames[element.name];
  return member === undefined ? '' : (childText(element, member) ?? '').toLowerCase();
}
