import {
  checkbox,
  date,
  dateTime,
  integer,
  lookup,
  ownerField,
  picklist,
  READ_ONLY,
  text,
  textArea,
  type FieldOptions,
} from '../fields.ts';
import type { Field } from '../types.ts';
import { withSystemFields, type StandardObject } from './definition.ts';

/** Objects that an activity can be about; the package's own objects with activities are added when the schema is built. */
export const WHAT_TARGETS: readonly string[] = ['Account', 'Case', 'Opportunity'];

const COMBOBOX: FieldOptions = { picklist: { restricted: false, values: [] } };

function about(children: string): readonly Field[] {
  return [
    lookup('WhoId', 'Name ID', ['Contact', 'Lead'], children),
    lookup('WhatId', 'Related To ID', WHAT_TARGETS, children),
    text('Subject', 'Subject', 255, COMBOBOX),
  ];
}

export const TASK: StandardObject = {
  name: 'Task',
  label: 'Task',
  labelPlural: 'Tasks',
  keyPrefix: '00T',
  nameField: 'Subject',
  sharingModel: 'Private',
  fields: withSystemFields(
    ...about('Tasks'),
    date('ActivityDate', 'Due Date Only'),
    picklist('Status', 'Status', ['*Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], {
      required: true,
      defaultFormula: '"Not Started"',
    }),
    picklist('Priority', 'Priority', ['High', '*Normal', 'Low'], { required: true, defaultFormula: '"Normal"' }),
    // Kept as formulas, so that no save has to remember them.
    checkbox('IsHighPriority', 'High Priority', { ...READ_ONLY, formula: { source: "ISPICKVAL(Priority, 'High')", blanksAs: 'zero' } }),
    ownerField(['Group', 'User']),
    textArea('Description', 'Description', 32000),
    lookup('AccountId', 'Account ID', ['Account'], undefined, READ_ONLY),
    checkbox('IsClosed', 'Closed', { ...READ_ONLY, formula: { source: "ISPICKVAL(Status, 'Completed')", blanksAs: 'zero' } }),
    picklist('Type', 'Type', ['Call', 'Meeting', 'Other', 'Email']),
    picklist('TaskSubtype', 'Task Subtype', ['*Task', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'], { updateable: false }),
    checkbox('IsArchived', 'Archived', READ_ONLY),
    integer('CallDurationInSeconds', 'Call Duration'),
    picklist('CallType', 'Call Type', ['Internal', 'Inbound', 'Outbound']),
    text('CallDisposition', 'Call Result', 255),
    checkbox('IsReminderSet', 'Reminder Set'),
    dateTime('ReminderDateTime', 'Reminder Date/Time'),
    dateTime('CompletedDateTime', 'Completed Date', READ_ONLY),
  ),
};

export const EVENT: StandardObject = {
  name: 'Event',
  label: 'Event',
  labelPlural: 'Events',
  keyPrefix: '00U',
  nameField: 'Subject',
  sharingModel: 'Private',
  fields: withSystemFields(
    ...about('Events'),
    text('Location', 'Location', 255),
    checkbox('IsAllDayEvent', 'All-Day Event'),
    dateTime('ActivityDateTime', 'Due Date Time'),
    date('ActivityDate', 'Due Date Only'),
    integer('DurationInMinutes', 'Duration'),
    dateTime('StartDateTime', 'Start Date Time'),
    dateTime('EndDateTime', 'End Date Time'),
    textArea('Description', 'Description', 32000),
    lookup('AccountId', 'Account ID', ['Account'], undefined, READ_ONLY),
    ownerField(),
    checkbox('IsPrivate', 'Private'),
    picklist('ShowAs', 'Show Time As', ['*Busy', 'OutOfOffice', 'Free'], { defaultFormula: '"Busy"' }),
  ),
};
