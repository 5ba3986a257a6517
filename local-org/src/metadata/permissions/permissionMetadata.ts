import type { PackageSource } from '../packageSource.ts';
import type { Tell } from '../tell.ts';
import {
  readMutingPermissionSets,
  readPermissionSetGroups,
  readPermissionSets,
  type MutingPermissionSet,
  type PermissionSet,
  type PermissionSetGroup,
} from './permissionSet.ts';
import { readProfiles, type Profile } from './profile.ts';

/** What an org's metadata says of who may do what. */
export interface PermissionMetadata {
  readonly permissionSets: readonly PermissionSet[];
  readonly profiles: readonly Profile[];
  readonly groups: readonly PermissionSetGroup[];
  readonly muting: readonly MutingPermissionSet[];
}

/** Reads profiles, permission sets, groups of them and what groups mute. */
export function readPermissionMetadata(source: PackageSource, tell: Tell): PermissionMetadata {
  return {
    permissionSets: readPermissionSets(source, tell),
    profiles: readProfiles(source, tell),
    groups: readPermissionSetGroups(source, tell),
    muting: readMutingPermissionSets(source, tell),
  };
}
