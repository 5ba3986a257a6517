import { deadlineOf, type Moments } from 'c/followUpDeadline';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const OPEN: Moments = {
  isResolved: false,
  dueAt: '2026-11-22T17:30:00Z',
  remindedAt: null,
  escalateAt: '2026-11-23T17:30:00Z',
  escalatedAt: null,
  secondEscalatedAt: null,
  resolvedAt: null,
};

describe('c/followUpDeadline', () => {
  it.each<[string, Partial<Moments>, string, string]>([
    ['open', {}, 'open', 'Due in 5 hours (Nov 22, 2026, 5:30 PM)'],
    ['due in a moment', { dueAt: '2026-11-22T12:00:20Z' }, 'open', 'Due in 1 minute (Nov 22, 2026, 12:00 PM)'],
    ['overdue', { dueAt: '2026-11-20T11:00:00Z' }, 'overdue', 'Overdue: it was due 2 days ago (Nov 20, 2026, 11:00 AM)'],
    ['without a deadline', { dueAt: null }, 'open', 'No deadline'],
    ['resolved in time', { isResolved: true, resolvedAt: '2026-11-21T09:00:00Z' }, 'inTime', 'Resolved in time, Nov 21, 2026, 9:00 AM'],
    ['resolved late', { isResolved: true, resolvedAt: '2026-11-25T09:00:00Z' }, 'late', 'Resolved late, Nov 25, 2026, 9:00 AM'],
    [
      'resolved without a deadline',
      { isResolved: true, dueAt: null, resolvedAt: '2026-11-25T09:00:00Z' },
      'inTime',
      'Resolved Nov 25, 2026, 9:00 AM',
    ],
  ])('says of a follow-up that is %s', (_what, changed, urgency, text) => {
    const deadline = deadlineOf({ ...OPEN, ...changed }, NOW);
    expect(deadline.urgency).toBe(urgency);
    expect(deadline.text.replaceAll('\u202f', ' ')).toBe(text);
  });

  it('says what was done about it and what comes', () => {
    const notes = (changed: Partial<Moments>): string[] =>
      deadlineOf({ ...OPEN, ...changed }, NOW).notes.map((note) => note.split(' Nov')[0] ?? '');
    expect(notes({ remindedAt: '2026-11-22T08:00:00Z' })).toEqual(['Reminded', 'Goes to the manager']);
    expect(notes({ escalatedAt: '2026-11-23T17:30:00Z', secondEscalatedAt: '2026-11-25T17:30:00Z' })).toEqual([
      'Escalated to the manager',
      'Escalated a second time',
    ]);
    expect(notes({ isResolved: true })).toEqual([]);
  });
});
