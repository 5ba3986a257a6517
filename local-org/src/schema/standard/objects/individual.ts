import type { StandardObjectDefinition } from '../definition.ts';

export const INDIVIDUAL: StandardObjectDefinition = {
  name: 'Individual',
  label: 'Individual',
  labelPlural: 'Individuals',
  keyPrefix: '0PK',
  nameField: 'Name',
  sharingModel: 'ReadWrite',
  history: 'IndividualHistory',
  fields: `
    OwnerId: Lookup(User) restrict notnull
    LastName: Text(80) required part=Name
    FirstName: Text(40) part=Name
    Salutation: Picklist(@Salutation) part=Name
    Name: Text(121) ro notnull
    HasOptedOutTracking: Checkbox "Don't Track"
    HasOptedOutProfiling: Checkbox "Don't Profile"
    HasOptedOutProcessing: Checkbox "Don't Process"
    HasOptedOutSolicit: Checkbox "Don't Market"
    ShouldForget: Checkbox "Forget this Individual"
    SendIndividualData: Checkbox "Export Individual's Data"
    CanStorePiiElsewhere: Checkbox "OK to Store PII Data Elsewhere"
    HasOptedOutGeoTracking: Checkbox "Block Geolocation Tracking"
    BirthDate: Date
    IndividualsAge: Picklist(16 or older|16 or younger|13 or older|13 or younger)
  `,
};
