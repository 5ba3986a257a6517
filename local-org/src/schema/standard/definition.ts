import { auditFields, idFields } from '../fields.ts';
import type { Field } from '../types.ts';

/** A standard object as data: what its describe answers, without what the package adds. */
export interface StandardObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly nameField?: string;
  readonly fields: readonly Field[];
  readonly sharingModel?: string;
  /** False for setup objects that the data API only reads. */
  readonly writable?: boolean;
  readonly deletable?: boolean;
}

/** Id, the object's own fields and the audit fields, in the order of describe. */
export function withSystemFields(...own: readonly Field[]): readonly Field[] {
  return [...idFields(), ...own, ...auditFields()];
}
