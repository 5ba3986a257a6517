import type { StandardObjectDefinition } from '../definition.ts';

export const TASK: StandardObjectDefinition = {
  name: 'Task',
  label: 'Task',
  labelPlural: 'Tasks',
  keyPrefix: '00T',
  nameField: 'Subject',
  sharingModel: 'Private',
  fields: `
    WhoId: Lookup(Contact|Lead) children=Tasks "Name ID"
    WhatId: Lookup() children=Tasks "Related To ID"
    Subject: Combobox(@TaskSubject)
    ActivityDate: Date "Due Date Only"
    Status: Picklist(@TaskStatus) required
    Priority: Picklist(@TaskPriority) required
    IsHighPriority: Checkbox ro "High Priority"
    OwnerId: Lookup(Group|User) restrict notnull "Assigned To ID"
    Description: LongText(32000)
    AccountId: Lookup(Account) ro
    IsClosed: Checkbox ro "Closed"
    Type: Picklist(@TaskType)
    TaskSubtype: Picklist(*Task|Email|ListEmail|Cadence|Call|LinkedIn) createonly restricted
    IsArchived: Checkbox ro "Archived"
    CallDurationInSeconds: Int "Call Duration"
    CallType: Picklist(Internal|Inbound|Outbound)
    CallDisposition: Text(255) "Call Result"
    CallObject: Text(255) "Call Object Identifier"
    ReminderDateTime: DateTime "Reminder Date/Time"
    IsReminderSet: Checkbox "Reminder Set"
    CompletedDateTime: DateTime ro "Completed Date"
    RecurrenceActivityId: Lookup(Task) ro children=RecurringTasks
    IsRecurrence: Checkbox createonly "Create Recurring Series of Tasks"
    RecurrenceStartDateOnly: Date "Recurrence Start"
    RecurrenceEndDateOnly: Date "Recurrence End"
    RecurrenceTimeZoneSidKey: Picklist(Europe/London|Europe/Paris|America/New_York|America/Los_Angeles|Asia/Tokyo|GMT) "Recurrence Time Zone"
    RecurrenceType: Picklist(RecursDaily|RecursEveryWeekday|RecursWeekly|RecursMonthly|RecursMonthlyNth|RecursYearly|RecursYearlyNth) "Recurrence Type"
    RecurrenceInterval: Int(9)
    RecurrenceDayOfWeekMask: Int(9)
    RecurrenceDayOfMonth: Int(9)
    RecurrenceInstance: Picklist(First|Second|Third|Fourth|Last)
    RecurrenceMonthOfYear: Picklist(January|February|March|April|May|June|July|August|September|October|November|December)
    RecurrenceRegeneratedType: Picklist(RecurrenceRegenerateAfterDueDate|RecurrenceRegenerateAfterToday|RecurrenceRegenerated) "Repeat This Task"
  `,
};
