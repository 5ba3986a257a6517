import ResponseItem from 'c/responseItem';
import type { ResponseRow } from 'c/responseRows';
import { answerRow } from 'jest-mocks/answers';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { objectInfoWire } from 'jest-mocks/wires';

const ROW: ResponseRow = answerRow(1, {
  band: 'Red',
  rating: 3,
  ratingText: '3, detractor',
  contactName: 'Mia Berg',
  comment: 'Three weeks late.\nNobody called.',
  reasons: [
    { key: 'r1', text: 'Waiting', isFromAi: false },
    { key: 'r2', text: 'Communication', isFromAi: true },
  ],
  followUp: { id: 'a05000000000001AAA', name: 'FU-000001', state: 'overdue', stateText: 'Overdue since Oct 5', ownerName: 'Anna Holm' },
});

describe('c-response-item', () => {
  afterEach(() => {
    clearPage();
    visited.length = 0;
  });

  it('shows the answer with its reasons and its follow-up', async () => {
    const item = await itemWith({});
    expect(find(item, 'c-band-badge')).toMatchObject({ band: 'Red', text: '3, detractor' });
    expect(find(item, '[data-link="answer"]')).toMatchObject({
      recordId: ROW.id,
      label: 'Oct 3, 2026',
      assistiveText: 'answer PR-00000001',
    });
    expect(find(item, '[data-link="follow-up"]')).toMatchObject({ recordId: 'a05000000000001AAA', label: 'Follow-up FU-000001' });
    expect(textOf(find(item, '[data-figure="touchpoint"]'))).toBe('Delivery');
    expect(textOf(find(item, '[data-figure="contact"]'))).toBe('Mia Berg');
    expect(find(item, '[data-figure="comment"]').textContent).toBe(ROW.comment);
    expect(findAll(item, '[data-figure="reason"]').map(textOf)).toEqual(['Waiting', 'Communication (found by AI)']);
    expect(textOf(find(item, '[data-figure="follow-up"]'))).toBe('Follow-up FU-000001 Overdue since Oct 5 Anna Holm');
    await expect(item).toBeAccessible();
  });

  it('shows nothing for what an answer does not have', async () => {
    const item = await itemWith({ touchpoint: '', contactName: '', comment: '', reasons: [], followUp: undefined });
    for (const name of ['touchpoint', 'contact', 'comment', 'reason', 'follow-up', 'this', 'set-aside']) {
      expect(findAll(item, `[data-figure="${name}"]`)).toHaveLength(0);
    }
    await expect(item).toBeAccessible();
  });

  it('expands a long comment in place, and folds it again', async () => {
    const comment = 'late again '.repeat(60).trim();
    const item = await itemWith({ comment });
    const button = find(item, '[data-action="expand"]');
    expect(textOf(find(item, '[data-figure="comment"]')).length).toBeLessThan(260);
    expect([button.getAttribute('aria-expanded'), textOf(button)]).toEqual(['false', 'Show the whole comment']);

    button.click();
    await settled();
    expect(textOf(find(item, '[data-figure="comment"]'))).toBe(comment);
    expect([button.getAttribute('aria-expanded'), textOf(button)]).toEqual(['true', 'Show less']);
    await expect(item).toBeAccessible();

    button.click();
    await settled();
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('offers no button for a short comment', async () => {
    expect(findAll(await itemWith({}), '[data-action="expand"]')).toHaveLength(0);
  });

  it('marks an answer that does not count, and the answer whose page this is', async () => {
    const item = await itemWith({ setAside: 'Quarantined' }, true);
    expect(textOf(find(item, '[data-figure="set-aside"]'))).toBe('Quarantined (not counted)');
    expect(textOf(find(item, '[data-figure="this"]'))).toBe('This answer');
    await expect(item).toBeAccessible();
  });

  it('asks what the person may do when the menu opens, and not before', async () => {
    const item = await itemWith({});
    expect(findAll(item, 'lightning-button-menu')).toHaveLength(0);
    const button = find(item, '[data-action="menu"] button');
    expect(button.getAttribute('aria-label')).toBe('Actions for answer PR-00000001');
    button.click();
    await settled();
    expect(find(item, 'lightning-button-menu')).toMatchObject({ isLoading: true });
    expect(findAll(item, 'lightning-menu-item').map((entry) => Reflect.get(entry, 'label') as string)).toEqual([
      'Open answer',
      'Open follow-up',
    ]);
    mayChange(true);
    await settled();
    expect(changeLabel(item)).toBe('Exclude this answer');
  });

  it.each([
    ['Accepted', 'Exclude this answer'],
    ['Excluded', 'Include this answer again'],
    ['Quarantined', 'Release from quarantine'],
  ])('offers for an answer that is %s what fits', async (status, label) => {
    const item = await itemWith({ status });
    await openMenu(item, true);
    expect(changeLabel(item)).toBe(label);
  });

  it('offers no change to a person who may make none', async () => {
    const item = await itemWith({});
    await openMenu(item, false);
    expect(changeLabel(item)).toBeUndefined();
  });

  it('opens the form of the change, and goes back to the menu when it ends', async () => {
    const item = await itemWith({});
    const told: unknown[] = [];
    item.addEventListener('answerchanged', (event) => told.push((event as CustomEvent<unknown>).detail));
    await openMenu(item, true);
    choose(item, 'change');
    await settled();
    expect(find(item, '[data-part="change"]')).toMatchObject({ answerId: ROW.id, kind: 'Exclude' });
    await expect(item).toBeAccessible();

    find(item, '[data-part="change"]').dispatchEvent(new CustomEvent('cancel'));
    await settled();
    expect([findAll(item, '[data-part="change"]').length, told]).toEqual([0, []]);

    choose(item, 'change');
    await settled();
    find(item, '[data-part="change"]').dispatchEvent(new CustomEvent('changed'));
    await settled();
    expect([findAll(item, '[data-part="change"]').length, told]).toEqual([0, [{ answerId: ROW.id }]]);
  });

  it('goes to the record that is chosen in the menu', async () => {
    const item = await itemWith({});
    await openMenu(item, false);
    choose(item, 'answer');
    choose(item, 'followUp');
    expect(visited.map((page) => page.attributes.recordId)).toEqual([ROW.id, 'a05000000000001AAA']);
  });

  it('puts the focus on the answer', async () => {
    const item = await itemWith({});
    item.focus();
    expect(item.shadowRoot?.activeElement).toBe(find(item, 'article'));
  });
});

async function openMenu(item: Element, createable: boolean): Promise<void> {
  find(item, '[data-action="menu"] button').click();
  await settled();
  mayChange(createable);
  await settled();
}

function mayChange(createable: boolean): void {
  objectInfoWire.emit({ apiName: 'PulseOverride__c', createable, updateable: false, defaultRecordTypeId: null, fields: {} });
}

function changeLabel(item: Element): string | undefined {
  const entry = findAll(item, 'lightning-menu-item').find((candidate) => Reflect.get(candidate, 'value') === 'change');
  return entry && (Reflect.get(entry, 'label') as string);
}

function choose(item: Element, value: string): void {
  find(item, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value } }));
}

async function itemWith(fields: Partial<ResponseRow>, isThisRecord = false): Promise<HTMLElement & { answer: ResponseRow }> {
  const item = show('c-response-item', ResponseItem, { answer: { ...ROW, ...fields }, isThisRecord });
  await settled();
  return item;
}
