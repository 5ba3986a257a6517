import { childText } from '../metadata/xmlTree.ts';
import { field, lookup, READ_ONLY } from '../schema/fields.ts';
import { normaliseId } from '../storage/ids.ts';
import { componentObject, numberOf, ofComponent, ofElement, type Column, type OrgComponent, type VirtualObject } from './virtualObject.ts';

const developerName = ofComponent('DeveloperName', 'Developer Name', ({ fullName }) => fullName);
const masterLabel = ofElement('MasterLabel', 'Label', 'label');
const description = ofElement('Description', 'Description', 'description', 1000);

/** A flow has one version here: the one that was deployed last. */
const versionNumber: Column<OrgComponent> = {
  field: field('VersionNumber', 'Version Number', 'int', { precision: 9, scale: 0, ...READ_ONLY }),
  value: () => 1,
};

function isActive({ root }: OrgComponent): boolean {
  return root !== undefined && childText(root, 'status') === 'Active';
}

/** The definition's id goes with its version's. */
function definitionId({ id }: OrgComponent): string {
  return normaliseId(`300${id.slice(3, 15)}`) ?? id;
}

function versionId({ id }: OrgComponent): string {
  return normaliseId(`301${id.slice(3, 15)}`) ?? id;
}

const activeVersionId: Column<OrgComponent> = {
  field: lookup('ActiveVersionId', 'Active Version ID', ['Flow'], undefined, READ_ONLY),
  value: (component) => (isActive(component) ? versionId(component) : undefined),
};
const latestVersionId: Column<OrgComponent> = {
  field: lookup('LatestVersionId', 'Latest Version ID', ['Flow'], undefined, READ_ONLY),
  value: versionId,
};

/** Flows and their versions. */
export const flowObjects: readonly VirtualObject[] = [
  withIds(
    componentObject({
      name: 'Flow',
      label: 'Flow',
      keyPrefix: '301',
      nameField: 'MasterLabel',
      columns: [
        { field: lookup('DefinitionId', 'Flow Definition ID', ['FlowDefinition'], 'Versions', READ_ONLY), value: definitionId },
        masterLabel,
        versionNumber,
        ofComponent('Status', 'Status', ({ root }) => (root === undefined ? undefined : (childText(root, 'status') ?? 'Draft')), 40),
        ofElement('ProcessType', 'Type', 'processType', 40),
        description,
        ofElement('RunInMode', 'Run In Mode', 'runInMode', 40),
        numberOf('ApiVersion', 'API Version', 'apiVersion'),
      ],
    }),
    versionId,
  ),
  withIds(
    componentObject({
      name: 'FlowDefinition',
      label: 'Flow Definition',
      type: 'Flow',
      keyPrefix: '300',
      nameField: 'DeveloperName',
      columns: [developerName, masterLabel, description, activeVersionId, latestVersionId],
    }),
    definitionId,
  ),
];

/** The same object with other ids: definitions and versions are one component here. */
function withIds(object: VirtualObject, idOf: (component: OrgComponent) => string): VirtualObject {
  return {
    ...object,
    rows: (org) => {
      const ids = new Map(org.deployments.list('Flow').map((component) => [component.id, idOf(component)]));
      return object.rows(org).map((row) => ({ ...row, Id: ids.get(String(row['Id'])) ?? null }));
    },
  };
}
