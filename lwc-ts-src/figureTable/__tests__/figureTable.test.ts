import FigureTable, { type FigureColumn, type FigureRow } from 'c/figureTable';
import { clearPage, find, settled, show, textOf } from 'jest-mocks/page';

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
    expect(element.shadowRoot?.childElementCount).toBe(1);
    await expect(element).toBeAccessible();
    button.click();
    await settled();
    await settled();
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Hide table', 'true']);
    expect(element.shadowRoot?.childElementCount).toBe(2);
    await expect(element).toBeAccessible();
  });

  it('may be open from the beginning', async () => {
    const element = table(true);
    await settled();
    await settled();
    expect(element.shadowRoot?.childElementCount).toBe(2);
  });
});
