import PortfolioList from 'c/portfolioList';
import { customersOf, rated, type CustomerNode, type RatedCustomer } from 'c/portfolioRisk';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const NOW = Date.now();

describe('c-portfolio-list', () => {
  afterEach(clearPage);

  it('shows a part at a time, and moves the focus to the first new row', async () => {
    const list = await showList(portfolio(7), 3);
    expect(textOf(find(list, '[role="status"]'))).toBe('3 of 7 customers shown');
    find(list, '[data-action="more"]').click();
    await settled();
    expect(findAll(list, 'c-portfolio-row')).toHaveLength(6);
    expect(list.shadowRoot?.activeElement).toBe(findAll(list, 'c-portfolio-row')[3]);
    find(list, '[data-action="more"]').click();
    await settled();
    expect(findAll(list, '[data-action="more"]')).toHaveLength(0);
    await expect(list).toBeAccessible();
  });

  it('filters by risk; the chosen one is pressed', async () => {
    const list = await showList([...portfolio(3), ...portfolio(2, 9.5, 'fine')]);
    expect(findAll(list, '.count').map(textOf)).toEqual(['5', '3', '0', '2']);
    find(list, '[data-level="low"]').click();
    await settled();
    expect(findAll(list, 'c-portfolio-row')).toHaveLength(2);
    expect(findAll(list, '.chip').map((chip) => chip.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false', 'true']);
  });

  it('finds a customer, says when there is none, and clears the filters', async () => {
    const list = await showList(portfolio(12));
    await typeText(list, 'customer 11');
    expect(findAll(list, 'c-portfolio-row')).toHaveLength(1);
    await typeText(list, 'nobody');
    expect(textOf(find(list, '[role="status"]'))).toBe('No customer matches');
    await expect(list).toBeAccessible();
    find(list, '[data-action="clear"]').click();
    await settled();
    expect(findAll(list, 'c-portfolio-row')).toHaveLength(12);
  });

  it('shows the same as a table that can be sorted', async () => {
    const list = await showList(portfolio(3));
    find(list, '[data-action="table"]').click();
    await settled();
    const table = find(list, 'c-portfolio-table');
    expect(headsOf(table)).toEqual(['none', 'descending', 'none', 'none', 'none', 'none']);
    find(table, '[data-key="name"]').click();
    await settled();
    find(table, '[data-key="name"]').click();
    await settled();
    expect(headsOf(table)[0]).toBe('descending');
    expect(textOf(find(table, 'tbody th'))).toContain('Customer 2');
    await expect(list).toBeAccessible();
  });

  it('hands on what is wanted, with the customer, from rows and table', async () => {
    const list = await showList(portfolio(2));
    const wanted: unknown[] = [];
    for (const type of ['ask', 'startfollowup']) list.addEventListener(type, (event) => wanted.push([type, (event as CustomEvent).detail]));
    find(findAll(list, 'c-portfolio-row')[1] ?? list, '[data-action="ask"]').click();
    find(list, '[data-action="table"]').click();
    await settled();
    find(find(list, 'c-portfolio-table'), '[data-action="start"]').click();
    expect(wanted).toEqual([
      ['ask', 'id1'],
      ['startfollowup', 'id0'],
    ]);
  });

  it('shows nothing of its own without customers', async () => {
    const list = await showList([]);
    expect(findAll(list, '.chip, lightning-input, [role="status"]')).toHaveLength(0);
    await expect(list).toBeAccessible();
  });

  it('tells what the pulse of a customer without a score is, and asks nobody who is on hold', async () => {
    const nodes: CustomerNode[] = [
      {
        Id: '1',
        Name: { value: 'Silent' },
        pulse: { Id: 'p1', isStale: { value: true }, lastResponseAt: { value: '2022-01-01T00:00:00Z' } },
      },
      { Id: '2', Name: { value: 'New' }, onHold: { value: true }, pulse: null },
      { Id: '3', Name: { value: 'Wordy' }, pulse: { Id: 'p3', lastResponseAt: { value: new Date().toISOString() } } },
    ];
    const list = await showList(rated(customersOf(nodes, []), NOW, 'en-US'));
    const rows = findAll(list, 'c-portfolio-row');
    expect(rows.map((row) => textOf(find(row, '[data-figure="no-score"]')))).toEqual([
      'This customer has gone quiet',
      'No pulse yet',
      'No rated answer yet',
    ]);
    expect(rows.map((row) => findAll(row, '[data-action="ask"]').length)).toEqual([1, 0, 1]);
    expect(textOf(find(rows[1] ?? list, '[data-figure="hold"]'))).toBe('Surveys on hold');
  });
});

async function showList(customers: readonly RatedCustomer[], rowCount = 25): Promise<HTMLElement> {
  const list = show('c-portfolio-list', PortfolioList, { customers, rowCount, mayAct: true });
  await settled();
  return list;
}

function portfolio(count: number, score = 5, id = 'id'): RatedCustomer[] {
  const nodes = Array.from({ length: count }, (_, index) => ({
    Id: `${id}${String(index)}`,
    Name: { value: `Customer ${String(index)}` },
    pulse: {
      Id: `p${String(index)}`,
      score: { value: score },
      band: { value: 'Red' },
      ratingCount: { value: 20 },
      trend: { value: score - 6 },
      priorScore: { value: 6 },
      lastResponseAt: { value: new Date(NOW).toISOString() },
    },
  }));
  return rated(customersOf(nodes, []), NOW, 'en-US');
}

async function typeText(list: HTMLElement, value: string): Promise<void> {
  find(list, '[data-filter="text"]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

function headsOf(table: HTMLElement): (string | null)[] {
  return findAll(table, 'th[aria-sort]').map((head) => head.getAttribute('aria-sort'));
}
