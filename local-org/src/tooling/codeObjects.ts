import { field, READ_ONLY } from '../schema/fields.ts';
import {
  componentObject,
  flagOf,
  numberOf,
  ofComponent,
  ofElement,
  type Column,
  type OrgComponent,
  type VirtualObject,
} from './virtualObject.ts';

const developerName = ofComponent('DeveloperName', 'Developer Name', ({ fullName }) => fullName);
const masterLabel = ofElement('MasterLabel', 'Label', 'label');
const description = ofElement('Description', 'Description', 'description', 1000);
const apiVersion = numberOf('ApiVersion', 'Api Version', 'apiVersion');
const name = ofComponent('Name', 'Name', ({ fullName }) => fullName);

/** Source text, such as a class's. */
const body: Column<OrgComponent> = {
  field: field(`Body`, 'Body', 'longtextarea', { length: 1_000_000, filterable: false, sortable: false, groupable: false, ...READ_ONLY }),
  value: ({ files }) => sourceOf(files),
};

/** Files beside the metadata are the source; of a bundle only the first one counts. */
function sourceOf(files: OrgComponent['files']): string | undefined {
  const [file] = files;
  return file === undefined ? undefined : new TextDecoder().decode(file.content);
}

const length: Column<OrgComponent> = {
  field: field('LengthWithoutComments', 'Size Without Comments', 'int', { precision: 9, scale: 0, ...READ_ONLY }),
  value: ({ files }) => sourceOf(files)?.length ?? 0,
};
const status = ofElement('Status', 'Status', 'status', 40);
const bundle = [developerName, ofElement('MasterLabel', 'Label', 'masterLabel'), description, apiVersion];

/** Source code and bundles: kept by the org, and run only where it says so. */
export const codeObjects: readonly VirtualObject[] = [
  componentObject({
    name: 'ApexClass',
    label: 'Apex Class',
    keyPrefix: '01p',
    nameField: 'Name',
    columns: [name, apiVersion, status, body, length],
  }),
  componentObject({
    name: 'ApexTrigger',
    label: 'Apex Trigger',
    keyPrefix: '01q',
    nameField: 'Name',
    columns: [name, apiVersion, status, body, length],
  }),
  componentObject({
    name: 'ApexPage',
    label: 'Visualforce Page',
    keyPrefix: '066',
    nameField: 'Name',
    columns: [name, ofElement('MasterLabel', 'Label', 'label'), description, apiVersion],
  }),
  componentObject({
    name: 'ApexComponent',
    label: 'Visualforce Component',
    keyPrefix: '099',
    nameField: 'Name',
    columns: [name, masterLabel, description, apiVersion],
  }),
  componentObject({
    name: 'AuraDefinitionBundle',
    label: 'Aura Component Bundle',
    keyPrefix: '0Ab',
    nameField: 'DeveloperName',
    columns: bundle,
  }),
  componentObject({
    name: 'LightningComponentBundle',
    label: 'Lightning Component Bundle',
    keyPrefix: '0Rb',
    nameField: 'DeveloperName',
    columns: [...bundle, flagOf('IsExposed', 'Is Exposed', 'isExposed')],
  }),
  componentObject({
    name: 'StaticResource',
    label: 'Static Resource',
    keyPrefix: '081',
    nameField: 'Name',
    columns: [
      name,
      ofElement('ContentType', 'MIME Type', 'contentType'),
      ofElement('CacheControl', 'Cache Control', 'cacheControl'),
      description,
    ],
  }),
];
