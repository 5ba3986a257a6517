import FigureTable, { type FigureColumn, type FigureRow } from 'c/figureTable';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const COLUMNS: readonly FigureColumn[] = [{ label: 'Month' }, { label: 'Pulse', isNumeric: true }];
const ROWS: readonly FigureRow[] = [
  { id: '2025-10', cells: ['Oct 2025', '8.8'] },
  { id: '2025-11', cells: ['Nov 2025', '9.1'], url: '/lightning/r/a00/view' },
];

function table(open = false): HTMLElement {
  return show('c-figure-table', FigureTable, { caption: 'Pulse by month', columns: COLUMNS, rows: ROWS, open });
}

describe('c-figure-table', () => {
  afterEach(clearPage);

  it('keeps the table away until it is asked for', async () => {
    const element = table();
    await settled();
    const button = find(element, 'button');
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Show as table', 'false']);
    expect(findAll(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
    button.click();
    await settled();
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Hide table', 'true']);
    await expect(element).toBeAccessible();
  });

  it('has a caption, and a header for each column and row', async () => {
    const element = table(true);
    await settled();
    expect(textOf(find(element, 'caption'))).toBe('Pulse by month');
    expect(findAll(element, 'th[scope="col"]').map(textOf)).toEqual(['Month', 'Pulse']);
    expect(findAll(element, 'th[scope="row"]').map(textOf)).toEqual(['Oct 2025', 'Nov 2025']);
    expect(findAll(element, 'td').map(textOf)).toEqual(['8.8', '9.1']);
    expect(findAll(element, 'td').every((cell) => cell.className === 'numeric')).toBe(true);
  });

  it('leads to the record of a row that has one', async () => {
    const element = table(true);
    await settled();
    const links = findAll(element, 'a');
    expect(links.map(textOf)).toEqual(['Nov 2025']);
    expect(links[0]?.getAttribute('href')).toBe('/lightning/r/a00/view');
  });
});
