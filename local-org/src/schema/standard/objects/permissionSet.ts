import type { StandardObjectDefinition } from '../definition.ts';
import { permissionFields } from '../systemPermissions.ts';

export const PERMISSION_SET: StandardObjectDefinition = {
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  fields: `
    Name: Text(80) required "Permission Set Name"
    Label: Text(80) required "Permission Set Label"
    LicenseId: Lookup(UserLicense) createonly
    ProfileId: Lookup(Profile) ro
    IsOwnedByProfile: Checkbox ro
    IsCustom: Checkbox ro "Custom"
    Description: Text(255)
    NamespacePrefix: Text(15) ro
    HasActivationRequired: Checkbox "Session Activation Required"
    Type: Picklist(*Regular|Standard|Session|Group|Profile) ro
    PermissionSetGroupId: Lookup(PermissionSetGroup) ro
    ${permissionFields('')}
  `,
};
