import { child, childFlag, children, childText, type XmlElement } from '../xmlTree.ts';

/** What a permission set, a profile or a muting permission set says, as it says it: `false` takes away where something was given before. */
export interface PermissionGrants {
  readonly objects: readonly ObjectGrant[];
  readonly fields: readonly FieldGrant[];
  /** Permissions of the system: name -> given. */
  readonly system: ReadonlyMap<string, boolean>;
  readonly customPermissions: ReadonlyMap<string, boolean>;
  /** Custom metadata types and custom settings that may be read. */
  readonly types: ReadonlyMap<string, boolean>;
  readonly flows: ReadonlyMap<string, boolean>;
  /** Apps that may be opened. */
  readonly applications: ReadonlyMap<string, boolean>;
  readonly tabs: readonly { readonly tab: string; readonly visibility: TabVisibility }[];
}

export type TabVisibility = 'DefaultOn' | 'DefaultOff' | 'Hidden';

export interface ObjectGrant {
  readonly object: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  readonly viewAllFields: boolean;
}

export interface FieldGrant {
  /** `Account.Segment__c` */
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

/** Reads what a file gives. Names are checked where the whole org is known. */
export function readGrants(root: XmlElement): PermissionGrants {
  return {
    objects: children(root, 'objectPermissions').map(objectGrant),
    fields: children(root, 'fieldPermissions').map((entry) => ({
      field: childText(entry, 'field') ?? '',
      readable: childFlag(entry, 'readable'),
      editable: childFlag(entry, 'editable'),
    })),
    system: flags(root, 'userPermissions', 'name'),
    customPermissions: flags(root, 'customPermissions', 'name'),
    types: new Map([...flags(root, 'customMetadataTypeAccesses', 'name'), ...flags(root, 'customSettingAccesses', 'name')]),
    flows: flags(root, 'flowAccesses', 'flow'),
    applications: flags(root, 'applicationVisibilities', 'application', 'visible'),
    tabs: [
      ...children(root, 'tabSettings').map((entry) => ({ tab: childText(entry, 'tab') ?? '', visibility: ofPermissionSet(entry) })),
      ...children(root, 'tabVisibilities').map((entry) => ({ tab: childText(entry, 'tab') ?? '', visibility: ofProfile(entry) })),
    ],
  };
}

function objectGrant(entry: XmlElement): ObjectGrant {
  return {
    object: childText(entry, 'object') ?? '',
    read: childFlag(entry, 'allowRead'),
    create: childFlag(entry, 'allowCreate'),
    edit: childFlag(entry, 'allowEdit'),
    delete: childFlag(entry, 'allowDelete'),
    viewAll: childFlag(entry, 'viewAllRecords'),
    modifyAll: childFlag(entry, 'modifyAllRecords'),
    viewAllFields: childFlag(entry, 'viewAllFields'),
  };
}

function flags(root: XmlElement, element: string, name: string, flag = 'enabled'): ReadonlyMap<string, boolean> {
  return new Map(
    children(root, element).map((entry) => [childText(entry, name) ?? '', child(entry, flag) === undefined || childFlag(entry, flag)]),
  );
}

/** Permission sets say `Available` and `Visible`, records `DefaultOff` and `DefaultOn`. */
function ofPermissionSet(entry: XmlElement): TabVisibility {
  const visibility = childText(entry, 'visibility');
  return visibility === 'Visible' ? 'DefaultOn' : visibility === 'Available' ? 'DefaultOff' : 'Hidden';
}

function ofProfile(entry: XmlElement): TabVisibility {
  const visibility = childText(entry, 'visibility');
  return visibility === 'DefaultOn' || visibility === 'DefaultOff' ? visibility : 'Hidden';
}
