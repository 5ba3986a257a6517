import ResponseTable from 'c/responseTable';
import { NEWEST_FIRST, type Sorting } from 'c/historyCriteria';
import { answerRow } from 'jest-mocks/answers';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ROWS = [
  answerRow(2, {
    contactName: 'Mia Berg',
    followUp: { id: 'f', name: 'FU-000001', state: 'overdue', stateText: 'Overdue since Oct 5', ownerName: 'Anna Holm' },
  }),
  answerRow(1, { contactName: 'Ole Dam', touchpoint: '', setAside: 'Excluded: a test' }),
];

describe('c-response-table', () => {
  afterEach(clearPage);

  it('shows one row for each answer', async () => {
    const table = await tableWith({});
    expect(findAll(table, 'thead th').map(textOf)).toEqual(['Answered', 'Rating', 'Touchpoint', 'Person', 'Comment', 'Follow-up']);
    expect(findAll(table, 'tbody tr')[0]?.textContent).toContain('Mia Berg');
    expect(textOf(findAll(table, 'td.follow-up')[0] ?? table)).toBe('Overdue since Oct 5');
    expect(textOf(find(table, 'caption'))).toBe('2 of 2 answers shown');
    await expect(table).toBeAccessible();
  });

  it('leaves out what nobody may see or what is the same for all', async () => {
    const table = await tableWith({ hasPeople: false, hasComments: false });
    expect(findAll(table, 'thead th').map(textOf)).toEqual(['Answered', 'Rating', 'Touchpoint', 'Follow-up']);
    await expect(table).toBeAccessible();
  });

  it('says by which column it is sorted, and asks for another order', async () => {
    const table = await tableWith({});
    const asked: Sorting[] = [];
    table.addEventListener('sort', (event) => asked.push((event as CustomEvent<Sorting>).detail));
    expect(findAll(table, 'th[aria-sort]').map((cell) => cell.getAttribute('aria-sort'))).toEqual([
      'descending',
      'none',
      'none',
      'none',
      'none',
    ]);
    find(table, '[data-sort="rating"]').click();
    find(table, '[data-sort="date"]').click();
    expect(asked).toEqual([
      { key: 'rating', ascending: true },
      { key: 'date', ascending: true },
    ]);
  });

  it('opens a row into the whole answer, and closes it again', async () => {
    const table = await tableWith({});
    const button = findAll(table, '[data-action="details"]')[0] ?? table;
    expect([button.getAttribute('aria-expanded'), textOf(button)]).toEqual(['false', 'Oct 3, 2026 , Details of answer PR-00000002']);
    button.click();
    await settled();
    expect(find(table, 'c-response-item')).toMatchObject({ answer: { id: ROWS[0]?.id }, isThisRecord: true });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await expect(table).toBeAccessible();
    button.click();
    await settled();
    expect(findAll(table, 'c-response-item')).toHaveLength(0);
  });

  it('puts the focus on a row', async () => {
    const table = await tableWith({});
    table.focusRow(1);
    expect(table.shadowRoot?.activeElement).toBe(findAll(table, '[data-action="details"]')[1]);
  });
});

interface Properties {
  hasPeople?: boolean;
  hasComments?: boolean;
}

async function tableWith(properties: Properties): Promise<HTMLElement & { focusRow(index: number): void }> {
  const given = {
    rows: ROWS,
    sorting: NEWEST_FIRST,
    caption: '2 of 2 answers shown',
    recordId: ROWS[0]?.id,
    hasPeople: true,
    hasComments: true,
    ...properties,
  };
  const table = show('c-response-table', ResponseTable, given) as unknown as HTMLElement & { focusRow(index: number): void };
  await settled();
  return table;
}
