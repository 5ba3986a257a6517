import due from '@salesforce/label/c.Pulse_Guide_Due';
import overdue from '@salesforce/label/c.Pulse_Guide_Overdue';
import noDeadline from '@salesforce/label/c.Pulse_Guide_No_Deadline';
import remindedAt from '@salesforce/label/c.Pulse_Guide_Reminded';
import escalatesAt from '@salesforce/label/c.Pulse_Guide_Escalates';
import escalatedAt from '@salesforce/label/c.Pulse_Guide_Escalated';
import secondEscalatedAt from '@salesforce/label/c.Pulse_Guide_Second_Escalated';
import resolvedInTime from '@salesforce/label/c.Pulse_Guide_Resolved_In_Time';
import resolvedLate from '@salesforce/label/c.Pulse_Guide_Resolved_Late';
import resolvedAt from '@salesforce/label/c.Pulse_Guide_Resolved_At';

/** What is said of deadlines. */
export const LABELS = {
  due,
  overdue,
  noDeadline,
  remindedAt,
  escalatesAt,
  escalatedAt,
  secondEscalatedAt,
  resolvedInTime,
  resolvedLate,
  resolvedAt,
} as const;
