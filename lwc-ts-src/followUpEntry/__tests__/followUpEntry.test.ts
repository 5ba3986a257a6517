import FollowUpEntry, { type FollowUpEntryView } from 'c/followUpEntry';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { objectInfoWire } from 'jest-mocks/wires';

const ENTRY: FollowUpEntryView = {
  id: 'a05000000000001AAA',
  name: 'FU-000001',
  isThisRecord: false,
  isHigh: true,
  isOverdue: true,
  deadline: 'Overdue: it was due 2 days ago (Nov 20, 2026, 2:00 PM)',
  kind: 'An unhappy answer',
  cause: '',
  band: 'Red',
  ratingText: '2, detractor',
  contactName: 'Mia Berg',
  ownerName: 'Anna Holm',
  suggestion: 'Call within a day.',
  firstContactAt: '2026-11-21T09:00:00Z',
  rootCause: null,
  actionTaken: ' ',
  outcome: null,
};

describe('c-follow-up-entry', () => {
  afterEach(clearPage);

  it('tells when it is due, what it is about and what usually helps', async () => {
    const entry = await entryWith({});
    expect(textOf(find(entry, '[data-figure="deadline"]'))).toBe(ENTRY.deadline);
    expect(find(entry, '[data-link="follow-up"]')).toMatchObject({ recordId: ENTRY.id, label: 'Follow-up FU-000001' });
    expect(findAll(entry, '.slds-badge').map(textOf)).toEqual(['High priority']);
    expect(textOf(find(entry, '[data-figure="about"]'))).toBe('An unhappy answer 2, detractor Mia Berg Anna Holm');
    expect(textOf(find(entry, '[data-figure="suggestion"]'))).toBe('What usually helps Call within a day.');
    await expect(entry).toBeAccessible();
  });

  it('tells the steps that are done and those that are missing', async () => {
    const entry = await entryWith({});
    expect(find(entry, '[data-figure="steps"]').getAttribute('aria-label')).toBe('1 of 4 steps done');
    expect(findAll(entry, '[data-step]').map(textOf)).toEqual([
      'Done: First contact',
      'Missing: Root cause',
      'Missing: What was done',
      'Missing: Outcome',
    ]);
  });

  it('shows nothing for what it does not have', async () => {
    const entry = await entryWith({ isHigh: false, ratingText: '', suggestion: '', contactName: '', ownerName: '', isThisRecord: true });
    expect(findAll(entry, 'c-band-badge, [data-figure="suggestion"]')).toHaveLength(0);
    expect(findAll(entry, '.slds-badge').map(textOf)).toEqual(['This follow-up']);
    await expect(entry).toBeAccessible();
  });

  it('opens the form when somebody works on it, and asks only then what the person may do', async () => {
    const entry = await entryWith({});
    const button = find(entry, '[data-action="work"]');
    expect([button.getAttribute('aria-expanded'), textOf(button)]).toEqual(['false', 'Work on it FU-000001']);
    button.click();
    await settled();
    expect(findAll(entry, '[data-part="form"]')).toHaveLength(0);
    objectInfoWire.emit({ apiName: 'PulseFollowUp__c', createable: false, updateable: true, defaultRecordTypeId: '012', fields: {} });
    await settled();
    expect(find(entry, '[data-part="form"]')).toMatchObject({ recordId: ENTRY.id, canEdit: true, recordTypeId: '012' });
    expect([button.getAttribute('aria-expanded'), textOf(button)]).toEqual(['true', 'Close FU-000001']);
    await expect(entry).toBeAccessible();
    button.click();
    await settled();
    expect(findAll(entry, '[data-part="form"]')).toHaveLength(0);
  });

  it('closes when it is resolved, stays open when it is only saved, and tells both', async () => {
    const entry = await entryWith({});
    const told: unknown[] = [];
    entry.addEventListener('saved', (event) => told.push((event as CustomEvent<unknown>).detail));
    find(entry, '[data-action="work"]').click();
    await settled();
    objectInfoWire.emit({ apiName: 'PulseFollowUp__c', createable: false, updateable: true, defaultRecordTypeId: null, fields: {} });
    await settled();
    find(entry, '[data-part="form"]').dispatchEvent(new CustomEvent('saved', { detail: { isResolved: false } }));
    await settled();
    expect(findAll(entry, '[data-part="form"]')).toHaveLength(1);
    find(entry, '[data-part="form"]').dispatchEvent(new CustomEvent('saved', { detail: { isResolved: true } }));
    await settled();
    expect(findAll(entry, '[data-part="form"]')).toHaveLength(0);
    expect(told).toEqual([
      { name: 'FU-000001', isResolved: false },
      { name: 'FU-000001', isResolved: true },
    ]);
  });
});

async function entryWith(fields: Partial<FollowUpEntryView>): Promise<HTMLElement> {
  const entry = show('c-follow-up-entry', FollowUpEntry, { entry: { ...ENTRY, ...fields } });
  await settled();
  return entry;
}
