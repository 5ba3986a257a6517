import PortfolioTable from 'c/portfolioTable';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ROW = {
  id: '001',
  name: 'Nordlys',
  ownerName: 'Maren',
  levelText: 'Watch',
  levelBand: 'Yellow',
  reasons: [],
  canAsk: true,
  canStart: true,
};

describe('c-portfolio-table', () => {
  afterEach(clearPage);

  it('names the customer of each row, says how it is sorted, and leaves out owners that are all the user', async () => {
    const table = await showTable({});
    expect(find(table, 'th[scope="row"] c-record-link')).toMatchObject({ label: 'Nordlys', recordId: '001' });
    expect(findAll(table, 'th[aria-sort="descending"]').map(textOf)).toEqual(['Risk']);
    expect(findAll(table, 'thead th').map(textOf)).not.toContain('Owner');
    await expect(table).toBeAccessible();
    clearPage();
    expect(findAll(await showTable({ namesOwner: true }), 'thead th').map(textOf)).toContain('Owner');
  });

  it('can be scrolled by keyboard where it is wider than its place', async () => {
    expect(find(await showTable({}), '[role="region"]').tabIndex).toBe(0);
  });

  it('tells what was chosen, and of which customer', async () => {
    const table = await showTable({});
    const told: unknown[] = [];
    for (const type of ['sort', 'ask', 'startfollowup'])
      table.addEventListener(type, (event) => told.push([type, (event as CustomEvent).detail]));
    find(table, '[data-key="revenue"]').click();
    find(table, '[data-action="ask"]').click();
    find(table, '[data-action="start"]').click();
    expect(told).toEqual([
      ['sort', 'revenue'],
      ['ask', '001'],
      ['startfollowup', '001'],
    ]);
  });
});

async function showTable(properties: { namesOwner?: boolean }): Promise<HTMLElement> {
  const table = show('c-portfolio-table', PortfolioTable, { rows: [ROW], order: { by: 'risk', isDescending: true }, ...properties });
  await settled();
  return table;
}
