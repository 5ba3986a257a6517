import type { MetadataProblem } from '../errors.ts';
import type { PackageSource } from './packageSource.ts';

/** Types that local-org reads. Whether it runs what they say is for their own readers to tell. */
const readTypes = new Set([
  'CompactLayout',
  'CustomApplication',
  'CustomField',
  'CustomLabels',
  'CustomObject',
  'CustomTab',
  'FlexiPage',
  'Flow',
  'Layout',
  'LightningComponentBundle',
  'ListView',
  'PermissionSet',
  'ValidationRule',
]);

const partsOfObjects = new Set(['CompactLayout', 'CustomField', 'ListView', 'ValidationRule']);

const whatItIs = 'a package folder is the one that holds objects, flows and lwc, such as force-app/main/default';

/** What a package holds that nothing here would read, so that it would be left out in silence. */
export function packageProblems({ folder, files }: PackageSource): readonly MetadataProblem[] {
  if (files.length === 0) return [{ file: folder, message: `there is no metadata in it; ${whatItIs}` }];
  const lost = files.find(({ type, object }) => partsOfObjects.has(type) && object === undefined);
  if (lost !== undefined) return [{ file: lost.path, message: `it does not lie in a folder of objects/; ${whatItIs}` }];
  return files.filter(({ type }) => !readTypes.has(type)).map(({ path, type }) => ({ file: path, message: `${type} is not run here` }));
}
