import type { StoredComponent } from '../../deployment/types.ts';
import type { Org } from '../../org.ts';

/** Metadata API Developer Guide, "FileProperties". */
export interface FileProperties {
  readonly createdById: string;
  readonly createdByName: string;
  /** Dates are ISO 8601. */
  readonly createdDate: string;
  readonly fileName: string;
  readonly fullName: string;
  readonly id: string;
  readonly lastModifiedById: string;
  readonly lastModifiedByName: string;
  readonly lastModifiedDate: string;
  readonly manageableState: 'unmanaged';
  readonly type: string;
}

/** Who made and changed something, and when. */
export type Provenance = Pick<StoredComponent, 'id' | 'createdById' | 'lastModifiedById' | 'createdAt' | 'lastModifiedAt'>;

/** Of what the platform brings itself nobody is the author; its dates are the epoch. */
export const ofThePlatform: Provenance = { id: '', createdById: '', lastModifiedById: '', createdAt: 0, lastModifiedAt: 0 };

export function fileProperties(org: Org, type: string, fullName: string, fileName: string, made: Provenance): FileProperties {
  return {
    createdById: made.createdById,
    createdByName: nameOf(org, made.createdById),
    createdDate: new Date(made.createdAt).toISOString(),
    fileName,
    fullName,
    id: made.id,
    lastModifiedById: made.lastModifiedById,
    lastModifiedByName: nameOf(org, made.lastModifiedById),
    lastModifiedDate: new Date(made.lastModifiedAt).toISOString(),
    manageableState: 'unmanaged',
    type,
  };
}

function nameOf(org: Org, userId: string): string {
  return userId === '' ? '' : (org.user(userId)?.name ?? '');
}
