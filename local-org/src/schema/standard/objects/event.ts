import type { StandardObjectDefinition } from '../definition.ts';

export const EVENT: StandardObjectDefinition = {
  name: 'Event',
  label: 'Event',
  labelPlural: 'Events',
  keyPrefix: '00U',
  nameField: 'Subject',
  sharingModel: 'Private',
  fields: `
    WhoId: Lookup(Contact|Lead) children=Events "Name ID"
    WhatId: Lookup() children=Events "Related To ID"
    Subject: Combobox(@EventSubject)
    Location: Text(255)
    IsAllDayEvent: Checkbox "All-Day Event"
    ActivityDateTime: DateTime "Due Date Time"
    ActivityDate: Date "Due Date Only"
    DurationInMinutes: Int "Duration"
    StartDateTime: DateTime "Start Date Time"
    EndDateTime: DateTime "End Date Time"
    EndDate: Date ro
    Description: LongText(32000)
    AccountId: Lookup(Account) ro
    OwnerId: Lookup(User) restrict notnull "Assigned To ID"
    Type: Picklist(@EventType)
    IsPrivate: Checkbox "Private"
    ShowAs: Picklist(*Busy|OutOfOffice|Free) "Show Time As"
    IsChild: Checkbox ro "Is Child"
    IsGroupEvent: Checkbox ro "Is Group Event"
    GroupEventType: Picklist(*0|1|2|3) ro
    IsArchived: Checkbox ro "Archived"
    ReminderDateTime: DateTime "Reminder Date/Time"
    IsReminderSet: Checkbox "Reminder Set"
    EventSubtype: Picklist(*Event) ro
    RecurrenceActivityId: Lookup(Event) ro children=RecurringEvents
    IsRecurrence: Checkbox createonly "Create Recurring Series of Events"
    RecurrenceStartDateTime: DateTime "Recurrence Start"
    RecurrenceEndDateOnly: Date "Recurrence End"
    RecurrenceTimeZoneSidKey: Picklist(Europe/London|Europe/Paris|America/New_York|America/Los_Angeles|Asia/Tokyo|GMT) "Recurrence Time Zone"
    RecurrenceType: Picklist(RecursDaily|RecursEveryWeekday|RecursWeekly|RecursMonthly|RecursMonthlyNth|RecursYearly|RecursYearlyNth) "Recurrence Type"
    RecurrenceInterval: Int(9)
    RecurrenceDayOfWeekMask: Int(9)
    RecurrenceDayOfMonth: Int(9)
    RecurrenceInstance: Picklist(First|Second|Third|Fourth|Last)
    RecurrenceMonthOfYear: Picklist(January|February|March|April|May|June|July|August|September|October|November|December)
  `,
};
