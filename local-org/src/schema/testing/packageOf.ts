import type { MetadataFile, PackageSource } from '../../metadata/packageSource.ts';
import { parseXml } from '../../metadata/xmlTree.ts';

/** For tests: a package made of path -> the XML inside the root element. */
export function packageOf(files: Readonly<Record<string, string>>): PackageSource {
  return { folder: '/package', files: Object.entries(files).map(([path, xml]) => fileOf(path, xml)) };
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'CustomObject',
  field: 'CustomField',
  validationRule: 'ValidationRule',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  businessProcess: 'BusinessProcess',
  fieldSet: 'FieldSet',
  md: 'CustomMetadata',
  recordType: 'RecordType',
  report: 'Report',
  reportFolder: 'ReportFolder',
  reportType: 'ReportType',
  dashboard: 'Dashboard',
  dashboardFolder: 'DashboardFolder',
};

function fileOf(path: string, xml: string): MetadataFile {
  const segments = path.split('/');
  const [, name = '', suffix = ''] = /^(.*)\.(\w+)-meta\.xml$/u.exec(segments.at(-1) ?? '') ?? [];
  const type = TYPES[suffix] ?? suffix;
  const file = { path, type, name, root: parseXml(`<${type}>${xml}</${type}>`) };
  const object = segments[0] === 'objects' ? segments[1] : undefined;
  return object === undefined ? file : { ...file, object };
}

/** A custom object's file with a text name. */
export function objectXml(label: string, more = '', sharing = 'ReadWrite'): string {
  return (
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><sharingModel>${sharing}</sharingModel>` +
    `<deploymentStatus>Deployed</deploymentStatus><nameField><label>Name</label><type>Text</type></nameField>${more}`
  );
}

/** A custom field's file. */
export function fieldXml(type: string, more = '', label = 'A field'): string {
  return `<label>${label}</label><type>${type}</type>${more}`;
}
