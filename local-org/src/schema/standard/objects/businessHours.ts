import type { StandardObjectDefinition } from '../definition.ts';

export const BUSINESS_HOURS: StandardObjectDefinition = {
  name: 'BusinessHours',
  label: 'Business Hours',
  labelPlural: 'Business Hours',
  keyPrefix: '01m',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  deletable: false,
  fields: `
    Name: Text(80) required "Business Hours Name"
    IsActive: Checkbox "Active"
    IsDefault: Checkbox "Default Business Hours"
    SundayStartTime: Time "Sunday Start"
    SundayEndTime: Time "Sunday End"
    MondayStartTime: Time "Monday Start"
    MondayEndTime: Time "Monday End"
    TuesdayStartTime: Time "Tuesday Start"
    TuesdayEndTime: Time "Tuesday End"
    WednesdayStartTime: Time "Wednesday Start"
    WednesdayEndTime: Time "Wednesday End"
    ThursdayStartTime: Time "Thursday Start"
    ThursdayEndTime: Time "Thursday End"
    FridayStartTime: Time "Friday Start"
    FridayEndTime: Time "Friday End"
    SaturdayStartTime: Time "Saturday Start"
    SaturdayEndTime: Time "Saturday End"
    TimeZoneSidKey: Text(40) required "Time Zone"
  `,
};
