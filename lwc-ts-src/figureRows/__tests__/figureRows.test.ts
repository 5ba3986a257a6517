import FigureRows from 'c/figureRows';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const COLUMNS = [{ label: 'Month' }, { label: 'Pulse', isNumeric: true }];
const ROWS = [
  { id: '2025-10', cells: ['Oct 2025', '8.8'] },
  { id: '2025-11', cells: ['Nov 2025', '9.1'], url: '/lightning/r/a00/view' },
];

describe('c-figure-rows', () => {
  afterEach(clearPage);

  it('has a caption, and a header for each column and row', async () => {
    const element = show('c-figure-rows', FigureRows, { caption: 'Pulse by month', columns: COLUMNS, rows: ROWS });
    await settled();
    expect(textOf(find(element, 'caption'))).toBe('Pulse by month');
    expect(findAll(element, 'th[scope="col"]').map(textOf)).toEqual(['Month', 'Pulse']);
    expect(findAll(element, 'th[scope="row"]').map(textOf)).toEqual(['Oct 2025', 'Nov 2025']);
    expect(findAll(element, 'td').map(textOf)).toEqual(['8.8', '9.1']);
    expect(findAll(element, 'td').every((cell) => cell.className === 'numeric')).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('leads to the record of a row that has one', async () => {
    const element = show('c-figure-rows', FigureRows, { caption: 'Pulse by month', columns: COLUMNS, rows: ROWS });
    await settled();
    const links = findAll(element, 'a');
    expect(links.map(textOf)).toEqual(['Nov 2025']);
    expect(links[0]?.getAttribute('href')).toBe('/lightning/r/a00/view');
  });
});
