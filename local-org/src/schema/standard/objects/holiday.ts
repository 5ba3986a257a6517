import type { StandardObjectDefinition } from '../definition.ts';

export const HOLIDAY: StandardObjectDefinition = {
  name: 'Holiday',
  label: 'Holiday',
  labelPlural: 'Holiday',
  keyPrefix: '0C0',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  fields: `
    Name: Text(80) required "Holiday Name"
    Description: Text(255)
    IsAllDay: Checkbox default=true "All Day"
    ActivityDate: Date "Holiday Date"
    StartTimeInMinutes: Int(9)
    EndTimeInMinutes: Int(9)
    IsRecurrence: Checkbox "Recurring Holiday"
    RecurrenceStartDate: Date "Start"
    RecurrenceEndDateOnly: Date "End"
    RecurrenceType: Picklist(RecursDaily|RecursEveryWeekday|RecursWeekly|RecursMonthly|RecursMonthlyNth|RecursYearly|RecursYearlyNth)
    RecurrenceInterval: Int(9)
    RecurrenceDayOfWeekMask: Int(9)
    RecurrenceDayOfMonth: Int(9)
    RecurrenceInstance: Picklist(First|Second|Third|Fourth|Last)
    RecurrenceMonthOfYear: Picklist(January|February|March|April|May|June|July|August|September|October|November|December)
  `,
};
