import { joined, objectName, type ObjectReference, PathWire } from '../../lds/PathWire.ts';
import { queryString } from '../../lds/uiApiRequest.ts';

export interface LayoutConfig {
  objectApiName?: ObjectReference | undefined;
  layoutType?: 'Full' | 'Compact' | undefined;
  mode?: 'View' | 'Edit' | 'Create' | undefined;
  recordTypeId?: string | undefined;
}

/** Wire: the fields of an object's page as the user sees them, in sections and rows. */
export class getLayout extends PathWire<LayoutConfig> {
  protected override path({ objectApiName, layoutType, mode, recordTypeId }: LayoutConfig): string | undefined {
    const object = joined(objectName(objectApiName));
    return object === undefined ? undefined : `/ui-api/layout/${object}${queryString({ layoutType, mode, recordTypeId })}`;
  }
}
