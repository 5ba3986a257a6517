import type { StandardObjectDefinition } from '../definition.ts';
import { permissionFields } from '../systemPermissions.ts';

export const PROFILE: StandardObjectDefinition = {
  name: 'Profile',
  label: 'Profile',
  labelPlural: 'Profile',
  keyPrefix: '00e',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  writable: false,
  viewed: true,
  fields: `
    Name: Text(255) required
    UserLicenseId: Lookup(UserLicense) ro
    UserType: Picklist(*Standard) ro
    Description: Text(255)
    ${permissionFields('ro')}
  `,
};
