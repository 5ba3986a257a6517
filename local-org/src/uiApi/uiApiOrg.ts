import type { Org } from '../org.ts';

/** What UI API needs of an org. */
export type UiApiOrg = Pick<Org, 'schema' | 'queries' | 'records' | 'database'>;
