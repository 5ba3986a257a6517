import { child, childFlag, childText } from '../metadata/xmlTree.ts';
import type { Org } from '../org.ts';
import { checkbox, dateTime, field, idFields, lookup, READ_ONLY, text } from '../schema/fields.ts';
import type { Field, FieldValue, FieldValues } from '../schema/types.ts';

/** A component of the org's metadata. */
export type OrgComponent = ReturnType<Org['deployments']['list']>[number];

/** An object whose records are the org's metadata: it has no table in the org's database. */
export interface VirtualObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly nameField?: string;
  readonly fields: readonly Field[];
  /** Its records as they are now; each has an `Id`. */
  readonly rows: (org: Org) => readonly FieldValues[];
}

/** A field and where its value comes from. */
export interface Column<Source> {
  readonly field: Field;
  readonly value: (source: Source, org: Org) => FieldValue | undefined;
}

/** A virtual object with a record for each component of a metadata type. */
export function componentObject(options: {
  readonly name: string;
  readonly label: string;
  readonly keyPrefix: string;
  /** Metadata type; the object's name when absent. */
  readonly type?: string;
  readonly nameField?: string;
  readonly columns: readonly Column<OrgComponent>[];
}): VirtualObject {
  const { name, label, keyPrefix, type = name, nameField, columns } = options;
  return {
    name,
    label,
    labelPlural: label.endsWith('s') ? label : `${label}s`,
    keyPrefix,
    ...(nameField === undefined ? {} : { nameField }),
    fields: [...idFields(), ...columns.map((column) => column.field), ...componentFields],
    rows: (org) =>
      org.deployments
        .list(type)
        // What is the platform's own has no id.
        .filter((component) => component.id !== '')
        .map((component) => ({ ...componentValues(component), ...valuesOf(columns, component, org) })),
  };
}

function valuesOf(columns: readonly Column<OrgComponent>[], component: OrgComponent, org: Org): FieldValues {
  return Object.fromEntries(columns.map(({ field: { name }, value }) => [name, value(component, org) ?? null]));
}

/** What every component tells of itself. */
const componentFields: readonly Field[] = [
  text('NamespacePrefix', 'Namespace Prefix', 15, READ_ONLY),
  text('ManageableState', 'Manageable State', 40, READ_ONLY),
  dateTime('CreatedDate', 'Created Date', READ_ONLY),
  lookup('CreatedById', 'Created By ID', ['User'], undefined, READ_ONLY),
  dateTime('LastModifiedDate', 'Last Modified Date', READ_ONLY),
  lookup('LastModifiedById', 'Last Modified By ID', ['User'], undefined, READ_ONLY),
  dateTime('SystemModstamp', 'System Modstamp', READ_ONLY),
];

function componentValues(component: OrgComponent): FieldValues {
  return {
    Id: component.id,
    ManageableState: 'unmanaged',
    CreatedDate: component.createdAt,
    CreatedById: component.createdById,
    LastModifiedDate: component.lastModifiedAt,
    LastModifiedById: component.lastModifiedById,
    SystemModstamp: component.lastModifiedAt,
  };
}

/** A text from the component itself. */
export function ofComponent(
  name: string,
  label: string,
  value: (component: OrgComponent) => string | undefined,
  length = 255,
): Column<OrgComponent> {
  return { field: text(name, label, length, READ_ONLY), value };
}

/** A text from an element of the component's metadata. */
export function ofElement(name: string, label: string, element: string, length = 255): Column<OrgComponent> {
  return ofComponent(name, label, ({ root }) => (root === undefined ? undefined : childText(root, element)), length);
}

/** A check box from an element of the component's metadata. @param otherwise when the metadata does not say */
export function flagOf(name: string, label: string, element: string, otherwise = false): Column<OrgComponent> {
  return {
    field: checkbox(name, label, READ_ONLY),
    value: ({ root }) => (root === undefined || child(root, element) === undefined ? otherwise : childFlag(root, element)),
  };
}

/** A number from an element of the component's metadata. */
export function numberOf(name: string, label: string, element: string): Column<OrgComponent> {
  return {
    field: field(name, label, 'double', { precision: 18, scale: 1, ...READ_ONLY }),
    value: ({ root }) => numeric(root === undefined ? undefined : childText(root, element)),
  };
}

function numeric(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number) ? undefined : number;
}
