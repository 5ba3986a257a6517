import type { XmlElement } from '../metadata/xmlTree.ts';
import { childText } from '../metadata/xmlTree.ts';
import { componentKey, type KeptComponent } from './componentStore.ts';

/**
 * Takes what was deleted out of the components that only list it: layouts,
 * permissions, columns of list views. The platform does this by itself; every
 * other use of a component stops its deletion.
 * @param deleted keys of components that are gone
 * @param isNew whether a component is of this deployment: such a one must be right by itself
 */
export function pruneReferences(
  components: Map<string, KeptComponent>,
  deleted: ReadonlySet<string>,
  isNew: (component: KeptComponent) => boolean,
): void {
  const gone = new Set([...deleted].filter((key) => !components.has(key)));
  if (gone.size === 0) return;
  const isGone = (type: string, fullName: string | undefined): boolean =>
    fullName !== undefined && gone.has(componentKey({ type, fullName }));
  for (const [key, component] of components) {
    const { root } = component;
    const lists = listing[component.type];
    if (root === undefined || lists === undefined || isNew(component)) continue;
    const pruned = without(root, (element) => lists(element, component.fullName, isGone));
    if (pruned !== root) components.set(key, { ...component, root: pruned });
  }
}

type IsGone = (type: string, fullName: string | undefined) => boolean;

/** Whether an element of a component only lists something that is gone. */
type Lists = (element: XmlElement, fullName: string, isGone: IsGone) => boolean;

const listing: Readonly<Record<string, Lists>> = {
  CompactLayout: (element, fullName, isGone) => element.name === 'fields' && isGone('CustomField', fieldOf(fullName, element.text)),
  CustomApplication: (element, _fullName, isGone) => element.name === 'tabs' && isGone('CustomTab', element.text.trim()),
  Layout: listsInLayout,
  ListView: (element, fullName, isGone) => element.name === 'columns' && isGone('CustomField', fieldOf(fullName, element.text)),
  PermissionSet: listsInPermissions,
  Profile: listsInPermissions,
};

function listsInLayout(element: XmlElement, fullName: string, isGone: IsGone): boolean {
  const object = fullName.split('-', 1)[0] ?? '';
  switch (element.name) {
    case 'layoutItems':
      return isGone('CustomField', `${object}.${childText(element, 'field') ?? ''}`);
    case 'relatedLists':
      return isGone('CustomField', childText(element, 'relatedList'));
    case 'fields':
      return isGone('CustomField', `${object}.${element.text.trim()}`) || isGone('CustomField', element.text.trim());
    default:
      return false;
  }
}

const permissionEntries: Readonly<Record<string, readonly [member: string, type: string]>> = {
  applicationVisibilities: ['application', 'CustomApplication'],
  classAccesses: ['apexClass', 'ApexClass'],
  customPermissions: ['name', 'CustomPermission'],
  fieldPermissions: ['field', 'CustomField'],
  flowAccesses: ['flow', 'Flow'],
  layoutAssignments: ['layout', 'Layout'],
  objectPermissions: ['object', 'CustomObject'],
  pageAccesses: ['apexPage', 'ApexPage'],
  recordTypeVisibilities: ['recordType', 'RecordType'],
  tabSettings: ['tab', 'CustomTab'],
  tabVisibilities: ['tab', 'CustomTab'],
};

function listsInPermissions(element: XmlElement, _fullName: string, isGone: IsGone): boolean {
  const [member, type] = permissionEntries[element.name] ?? [];
  return member !== undefined && type !== undefined && isGone(type, childText(element, member));
}

/** `Account.Town__c` for the column `Town__c` of something of Account. */
function fieldOf(fullName: string, column: string): string {
  return `${fullName.split('.', 1)[0] ?? ''}.${column.trim()}`;
}

/** The element without the descendants that the test picks; the same element when it picks none. */
function without(element: XmlElement, picks: (element: XmlElement) => boolean): XmlElement {
  const kept = element.children.filter((child) => !picks(child));
  const children = kept.map((child) => without(child, picks));
  const isSame = kept.length === element.children.length && children.every((child, index) => child === kept[index]);
  return isSame ? element : { ...element, children };
}
