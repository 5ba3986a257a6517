export const folderAccessTypes = ['Shared', 'Public', 'Hidden', 'PublicInternal'] as const;
export type FolderAccessTypes = (typeof folderAccessTypes)[number];

export const publicFolderAccesses = ['ReadOnly', 'ReadWrite'] as const;
export type PublicFolderAccess = (typeof publicFolderAccesses)[number];

export const folderShareAccessLevels = ['View', 'EditAllContents', 'Manage'] as const;
export type FolderShareAccessLevel = (typeof folderShareAccessLevels)[number];

export const folderSharedToTypes = [
  'Group',
  'Role',
  'RoleAndSubordinates',
  'RoleAndSubordinatesInternal',
  'Manager',
  'ManagerAndSubordinatesInternal',
  'Organization',
  'Territory',
  'TerritoryAndSubordinates',
  'AllPrmUsers',
  'User',
  'PartnerUser',
  'AllCspUsers',
  'CustomerPortalUser',
  'PortalRole',
  'PortalRoleAndSubordinates',
  'ChannelProgramGroup',
] as const;
export type FolderSharedToType = (typeof folderSharedToTypes)[number];

/** Full name, in small letters, of the folder of public reports that every org has. */
export const PUBLIC_REPORTS = 'unfiled$public';

/** The folders here: of reports and of dashboards. */
export const folderTypes = ['ReportFolder', 'DashboardFolder'] as const;
export type FolderType = (typeof folderTypes)[number];

/** A folder of reports or of dashboards. */
export interface AnalyticsFolder {
  readonly type: FolderType;
  /** `CustomerPulse`; below another folder `CustomerPulse/Care`. */
  readonly fullName: string;
  /** Source path, as problems name it. */
  readonly file: string;
  /** What people read. */
  readonly name: string;
  readonly accessType?: FolderAccessTypes;
  readonly publicFolderAccess?: PublicFolderAccess;
  readonly folderShares: readonly FolderShare[];
  readonly line: number;
}

export interface FolderShare {
  readonly accessLevel: FolderShareAccessLevel;
  /** Developer name of a group or role, a user's name, or the organization. */
  readonly sharedTo: string;
  readonly sharedToType: FolderSharedToType;
  readonly line: number;
}
