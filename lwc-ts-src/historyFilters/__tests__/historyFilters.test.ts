import HistoryFilters from 'c/historyFilters';
import { NO_CHOICES, type Choices } from 'c/historyCriteria';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

describe('c-history-filters', () => {
  afterEach(clearPage);

  it('shows the search, and the filters behind a button', async () => {
    const filters = await showFilters({});
    const button = find(filters, '[data-action="filters"]');
    expect([button.getAttribute('aria-expanded'), textOf(button), findAll(filters, 'lightning-combobox').length]).toEqual([
      'false',
      'Filters',
      0,
    ]);
    await expect(filters).toBeAccessible();

    button.click();
    await settled();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(findAll(filters, 'lightning-combobox').map((box) => Reflect.get(box, 'label') as string)).toEqual([
      'Band',
      'Touchpoint',
      'Program',
      'Period',
      'Follow-up',
    ]);
    await expect(filters).toBeAccessible();
  });

  it('says how many filters are set, and clears them', async () => {
    const filters = await showFilters({ band: 'Red', withComment: true });
    const asked = listen(filters);
    expect(textOf(find(filters, '[data-action="filters"]'))).toBe('Filters (2)');
    find(filters, '[data-action="clear"]').click();
    expect(asked).toEqual([NO_CHOICES]);
  });

  it('has nothing to clear where nothing is set', async () => {
    expect(findAll(await showFilters({}), '[data-action="clear"]')).toHaveLength(0);
    clearPage();
    expect(findAll(await showFilters({ search: 'late' }), '[data-action="clear"]')).toHaveLength(1);
  });

  it('asks for what is typed, chosen and ticked, with what was there', async () => {
    const filters = await showFilters({ band: 'Red' });
    const asked = listen(filters);
    find(filters, '[data-action="filters"]').click();
    await settled();
    change(filters, 'search', { value: 'late' });
    change(filters, 'followUp', { value: 'overdue' });
    change(filters, 'band', { value: '*' });
    change(filters, 'withComment', { checked: true });
    expect(asked).toEqual([
      { ...NO_CHOICES, band: 'Red', search: 'late' },
      { ...NO_CHOICES, band: 'Red', followUp: 'overdue' },
      { ...NO_CHOICES, band: undefined },
      { ...NO_CHOICES, band: 'Red', withComment: true },
    ]);
  });

  it('offers every band in words, answers without a rating, and the periods', async () => {
    const filters = await showFilters({});
    find(filters, '[data-action="filters"]').click();
    await settled();
    expect(optionsOf(filters, 'band')).toEqual(['All', 'Green: promoter', 'Yellow: passive', 'Red: detractor', 'No rating']);
    expect(optionsOf(filters, 'period')).toEqual(['All', 'Last 30 days', 'Last 90 days', 'Last 365 days', 'The 365 days before those']);
    expect(optionsOf(filters, 'touchpoint')).toEqual(['All', 'Delivery', 'Sales']);
  });

  it('offers a touchpoint that was asked for from elsewhere', async () => {
    const filters = await showFilters({ touchpoint: 'Renewal' });
    find(filters, '[data-action="filters"]').click();
    await settled();
    expect(optionsOf(filters, 'touchpoint')).toEqual(['All', 'Delivery', 'Sales', 'Renewal']);
  });
});

async function showFilters(choices: Partial<Choices>): Promise<HTMLElement> {
  const filters = show('c-history-filters', HistoryFilters, {
    choices: { ...NO_CHOICES, ...choices },
    touchpoints: ['Delivery', 'Sales'],
  });
  await settled();
  return filters;
}

function listen(filters: Element): Choices[] {
  const asked: Choices[] = [];
  filters.addEventListener('choose', (event) => asked.push((event as CustomEvent<Choices>).detail));
  return asked;
}

function change(filters: Element, filter: string, detail: object): void {
  find(filters, `[data-filter="${filter}"]`).dispatchEvent(new CustomEvent('change', { detail }));
}

function optionsOf(filters: Element, filter: string): string[] {
  return (Reflect.get(find(filters, `[data-filter="${filter}"]`), 'options') as { label: string }[]).map((option) => option.label);
}
