import FollowUpPanelCard from 'c/followUpPanelCard';
import { answersDocument, NO_FILTER } from 'c/historyQuery';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { field } from 'jest-mocks/pulseRecords';
import { errorBody, graphqlWire, recordWire } from 'jest-mocks/wires';
import { followUpEntry } from '../entries';
import type { FollowUpNode } from '../followUpNode';

const RECORD_ID = '001000000000001AAA';
const NOW = Date.parse('2026-11-22T12:00:00Z');

function followUp(number: number, more: Partial<FollowUpNode> = {}): FollowUpNode {
  return { Id: `a05${String(number)}`, Name: { value: `FU-00000${String(number)}` }, status: { value: 'Open' }, ...more };
}

describe('c-follow-up-panel-card', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));

  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it('shows that it loads, with the document of the history beside it', async () => {
    const panel = await showPanel();
    expect(stateOf(panel)).toBe('loading');
    expect(graphqlWire.getLastConfig()?.query?.replaceAll(/\s+/gu, ' ')).toBe(
      answersDocument('account', NO_FILTER, 'first').replaceAll(/\s+/gu, ' '),
    );
    expect(graphqlWire.getLastConfig()?.variables).toEqual({ parentId: RECORD_ID, after: null });
    await expect(panel).toBeAccessible();
  });

  it('lists what is open, and says how many are overdue', async () => {
    const panel = await showPanel();
    await give([followUp(1, { dueAt: { value: '2026-11-20T12:00:00Z' } }), followUp(2, { dueAt: { value: '2026-11-23T12:00:00Z' } })]);
    expect(findAll(panel, 'c-follow-up-entry').map((entry) => (Reflect.get(entry, 'entry') as { name: string }).name)).toEqual([
      'FU-000001',
      'FU-000002',
    ]);
    expect([textOf(find(panel, '[data-figure="count"]')), textOf(find(panel, '[data-figure="overdue"]'))]).toEqual([
      '2 open follow-ups',
      '1 overdue',
    ]);
    expect(findAll(panel, '[data-figure="more"]')).toHaveLength(0);
    await expect(panel).toBeAccessible();
  });

  it('says that there are more than it lists', async () => {
    const panel = await showPanel();
    await give([followUp(1)], 34);
    expect(textOf(find(panel, '[data-figure="more"]'))).toBe('The 1 most pressing of 34 are listed.');
  });

  it('says when nothing is open', async () => {
    const panel = await showPanel();
    await give([]);
    expect(find(panel, 'c-card-frame')).toMatchObject({ state: 'empty', stateTitle: 'Nothing to follow up' });
    await expect(panel).toBeAccessible();
  });

  it('says so to who may see no follow-ups', async () => {
    const panel = await showPanel();
    graphqlWire.emit({ data: { uiapi: { query: { answers: null } } } });
    await settled();
    expect(find(panel, 'c-card-frame')).toMatchObject({ state: 'noAccess', stateTitle: 'You cannot see follow-ups' });
    await expect(panel).toBeAccessible();
  });

  it('shows what went wrong, and tries again', async () => {
    const panel = await showPanel();
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh });
    await settled();
    expect(find(panel, 'c-card-frame')).toMatchObject({ state: 'error', stateText: 'The org is busy.' });
    await expect(panel).toBeAccessible();
    find(panel, 'c-card-frame').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect([refresh.mock.calls.length, stateOf(panel)]).toEqual([1, 'loading']);
  });

  it('asks on the page of a follow-up for all of its customer, through the pulse', async () => {
    const panel = await showPanel({ objectApiName: 'PulseFollowUp__c', recordId: 'a051' });
    expect(recordWire.getLastConfig()).toEqual({ recordId: 'a051', fields: ['PulseFollowUp__c.AccountPulse__c'] });
    recordWire.emit({ apiName: 'PulseFollowUp__c', id: 'a051', fields: { AccountPulse__c: field('a00') } });
    await settled();
    expect(graphqlWire.getLastConfig()?.query).not.toContain('answers:');
    expect(graphqlWire.getLastConfig()?.variables).toEqual({ parentId: 'a00' });
    await give([followUp(1)]);
    expect(Reflect.get(find(panel, 'c-follow-up-entry'), 'entry')).toMatchObject({ isThisRecord: true });
  });

  it('has nothing to show of a follow-up without a customer, and reads again where that failed', async () => {
    const panel = await showPanel({ objectApiName: 'PulseFollowUp__c', recordId: 'a051' });
    recordWire.error(errorBody('The org is busy.'), 500);
    await settled();
    find(panel, 'c-card-frame').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'a051' }]);
    recordWire.emit({ apiName: 'PulseFollowUp__c', id: 'a051', fields: { AccountPulse__c: field(null) } });
    await settled();
    expect(stateOf(panel)).toBe('empty');
  });

  it('reads anew when one was resolved, says so, and keeps the focus in the card', async () => {
    const panel = await showPanel();
    const refresh = jest.fn(() => Promise.resolve());
    await give([followUp(1)], 1, refresh);
    const frame = find(panel, 'c-card-frame');
    const focus = jest.fn();
    Object.assign(frame, { focus });
    const refreshed = jest.fn();
    panel.addEventListener('lightning__refreshview', refreshed);
    find(panel, 'c-follow-up-entry').dispatchEvent(new CustomEvent('saved', { detail: { name: 'FU-000001', isResolved: true } }));
    await settled();
    expect([refresh.mock.calls.length, focus.mock.calls.length]).toEqual([1, 1]);
    await give([], 0, refresh);
    expect([stateOf(panel), textOf(find(panel, '[data-figure="done"]'))]).toEqual(['ready', 'FU-000001 is resolved.']);
    await expect(panel).toBeAccessible();
  });

  it('takes its heading from the page, and its own when the page gives none', async () => {
    expect(find(await showPanel(), 'c-card-frame')).toMatchObject({ heading: 'Open Follow-Ups' });
    clearPage();
    expect(find(await showPanel({ cardTitle: 'To do' }), 'c-card-frame')).toMatchObject({ heading: 'To do' });
  });
});

describe('a follow-up of the panel', () => {
  it('tells deadline, cause, rating, people and what usually helps', () => {
    const node = followUp(1, {
      kind: { value: 'Answer' },
      dueAt: { value: '2026-11-22T17:00:00Z' },
      rating: { value: 0 },
      priority: { value: 'High' },
      contact: { Id: '003', Name: { value: 'Mia Berg' } },
      owner: { Name: { value: 'Anna Holm' } },
      suggestedAction: { value: 'Call within a day.' },
      rootCause: { value: 'Delivery' },
    });
    expect(followUpEntry(node, undefined, NOW)).toMatchObject({
      isHigh: true,
      isOverdue: false,
      deadline: 'Due in 5 hours (Nov 22, 2026, 5:00 PM)',
      kind: 'An unhappy answer',
      band: 'Red',
      ratingText: '0, detractor',
      contactName: 'Mia Berg',
      ownerName: 'Anna Holm',
      suggestion: 'Call within a day.',
      rootCause: 'Delivery',
      outcome: null,
    });
  });

  it('does without fields that are hidden from the user', () => {
    expect(followUpEntry({ Id: 'a', Name: { value: 'FU-1' } }, 'a', NOW)).toMatchObject({
      isThisRecord: true,
      deadline: 'No deadline',
      kind: '',
      ratingText: '',
      contactName: '',
    });
  });
});

interface Properties {
  recordId?: string;
  objectApiName?: string;
  cardTitle?: string;
}

async function showPanel(properties: Properties = {}): Promise<HTMLElement> {
  const panel = show('c-follow-up-panel-card', FollowUpPanelCard, { recordId: RECORD_ID, objectApiName: 'Account', ...properties });
  await settled();
  return panel;
}

async function give(
  nodes: readonly FollowUpNode[],
  totalCount = nodes.length,
  refresh = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  const openFollowUps = { edges: nodes.map((node) => ({ node })), totalCount };
  graphqlWire.emit({ data: { uiapi: { query: { openFollowUps } } }, refresh });
  await settled();
}

function stateOf(panel: Element): unknown {
  return Reflect.get(find(panel, 'c-card-frame'), 'state');
}
