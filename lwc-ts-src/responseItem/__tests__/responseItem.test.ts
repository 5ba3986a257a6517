import ResponseItem from 'c/responseItem';
import type { ResponseRow } from 'c/responseRows';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ROW: ResponseRow = {
  id: 'a02000000000001AAA',
  name: 'PR-00000001',
  band: 'Red',
  ratingText: '3, detractor',
  touchpoint: 'Delivery',
  date: 'Oct 3, 2026',
  contactName: 'Mia Berg',
  comment: 'Three weeks late.\nNobody called.',
  reasons: [
    { key: 'r1', text: 'Waiting', isFromAi: false },
    { key: 'r2', text: 'Communication', isFromAi: true },
  ],
  followUp: { id: 'a05000000000001AAA', name: 'FU-000001', state: 'overdue', stateText: 'Overdue since Oct 5', ownerName: 'Anna Holm' },
  setAside: '',
  erased: '',
  mayReadComment: true,
};

describe('c-response-item', () => {
  afterEach(() => {
    clearPage();
    visited.length = 0;
  });

  it('shows the answer with its reasons and its follow-up', async () => {
    const item = await itemWith({});
    expect(find(item, 'c-band-badge')).toMatchObject({ band: 'Red', text: '3, detractor' });
    expect(textOf(find(item, '[data-link="answer"]'))).toBe('Oct 3, 2026 answer PR-00000001');
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

  it('links to the answer and to the follow-up', async () => {
    const item = await itemWith({});
    expect(find(item, '[data-link="answer"]').getAttribute('href')).toBe(`/lightning/r/${ROW.id}/view`);
    expect(find(item, '[data-link="follow-up"]').getAttribute('href')).toBe('/lightning/r/a05000000000001AAA/view');
  });

  it('goes to the record on a plain click', async () => {
    const item = await itemWith({});
    find(item, '[data-link="answer"]').click();
    find(item, '[data-link="follow-up"]').click();
    expect(visited.map((page) => page.attributes.recordId)).toEqual([ROW.id, 'a05000000000001AAA']);
  });

  it('leaves a click that asks for a new tab to the browser', async () => {
    const item = await itemWith({});
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    find(item, '[data-link="answer"]').dispatchEvent(click);
    expect([visited.length, click.defaultPrevented]).toEqual([0, false]);
  });

  it('makes its links anew for another answer', async () => {
    const item = await itemWith({});
    item.answer = { ...ROW, id: 'a02000000000002AAA', followUp: undefined };
    await settled();
    expect(find(item, '[data-link="answer"]').getAttribute('href')).toBe('/lightning/r/a02000000000002AAA/view');
  });

  it('puts the focus on its link', async () => {
    const item = await itemWith({});
    item.focus();
    expect(item.shadowRoot?.activeElement).toBe(find(item, '[data-link="answer"]'));
  });
});

async function itemWith(fields: Partial<ResponseRow>, isThisRecord = false): Promise<HTMLElement & { answer: ResponseRow }> {
  const item = show('c-response-item', ResponseItem, { answer: { ...ROW, ...fields }, isThisRecord });
  await settled();
  return item;
}
