import { checkbox, dateTime, email, lookup, ownerField, picklist, READ_ONLY, text, textArea, viewedFields } from '../fields.ts';
import { withSystemFields, type StandardObject } from './definition.ts';

export const CASE: StandardObject = {
  name: 'Case',
  label: 'Case',
  labelPlural: 'Cases',
  keyPrefix: '500',
  nameField: 'CaseNumber',
  sharingModel: 'ReadWriteTransfer',
  fields: withSystemFields(
    lookup('MasterRecordId', 'Master Record ID', ['Case'], undefined, READ_ONLY),
    text('CaseNumber', 'Case Number', 30, { ...READ_ONLY, autoNumber: { format: '{00000000}', start: 1001 } }),
    lookup('ContactId', 'Contact ID', ['Contact'], 'Cases'),
    lookup('AccountId', 'Account ID', ['Account'], 'Cases'),
    lookup('ParentId', 'Parent Case ID', ['Case'], 'Cases'),
    text('SuppliedName', 'Name', 80),
    email('SuppliedEmail', 'Email Address'),
    text('SuppliedPhone', 'Phone', 40),
    text('SuppliedCompany', 'Company', 80),
    picklist('Type', 'Case Type', ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
    picklist('Status', 'Status', ['*New', 'Working', 'Escalated', 'Closed'], { defaultFormula: '"New"' }),
    picklist('Reason', 'Case Reason', [
      'Installation',
      'Equipment Complexity',
      'Performance',
      'Breakdown',
      'Equipment Design',
      'Feedback',
      'Other',
    ]),
    picklist('Origin', 'Case Origin', ['Phone', 'Email', 'Web']),
    text('Subject', 'Subject', 255),
    picklist('Priority', 'Priority', ['High', '*Medium', 'Low'], { defaultFormula: '"Medium"' }),
    textArea('Description', 'Description', 32000),
    // Kept as a formula, so that no save has to remember it.
    checkbox('IsClosed', 'Closed', { ...READ_ONLY, formula: { source: "ISPICKVAL(Status, 'Closed')", blanksAs: 'zero' } }),
    dateTime('ClosedDate', 'Closed Date', READ_ONLY),
    checkbox('IsEscalated', 'Escalated'),
    ownerField(['Group', 'User']),
    textArea('Comments', 'Internal Comments', 4000),
    ...viewedFields(),
  ),
};
