import HistoryFilters from 'c/historyFilters';
import { NO_CHOICES, type Choices } from 'c/historyCriteria';
import { clearPage, find, findAll, settled, show } from 'jest-mocks/page';

describe('c-history-filters', () => {
  afterEach(clearPage);

  it('shows every filter', async () => {
    const filters = await showFilters({});
    expect(findAll(filters, 'lightning-combobox').map((box) => Reflect.get(box, 'label') as string)).toEqual([
      'Band',
      'Touchpoint',
      'Program',
      'Period',
      'Follow-up',
    ]);
    await expect(filters).toBeAccessible();
  });

  it('asks for what is chosen and ticked, with what was there', async () => {
    const filters = await showFilters({ band: 'Red', search: 'late' });
    const asked: Choices[] = [];
    filters.addEventListener('choose', (event) => asked.push((event as CustomEvent<Choices>).detail));
    change(filters, 'followUp', { value: 'overdue' });
    change(filters, 'band', { value: '*' });
    change(filters, 'withComment', { checked: true });
    expect(asked).toEqual([
      { ...NO_CHOICES, band: 'Red', search: 'late', followUp: 'overdue' },
      { ...NO_CHOICES, band: undefined, search: 'late' },
      { ...NO_CHOICES, band: 'Red', search: 'late', withComment: true },
    ]);
  });

  it('offers every band in words, answers without a rating, and the periods', async () => {
    const filters = await showFilters({});
    expect(optionsOf(filters, 'band')).toEqual(['All', 'Green: promoter', 'Yellow: passive', 'Red: detractor', 'No rating']);
    expect(optionsOf(filters, 'period')).toEqual(['All', 'Last 30 days', 'Last 90 days', 'Last 365 days', 'The 365 days before those']);
    expect(optionsOf(filters, 'touchpoint')).toEqual(['All', 'Delivery', 'Sales']);
  });

  it('offers a touchpoint that was asked for from elsewhere', async () => {
    const filters = await showFilters({ touchpoint: 'Renewal' });
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

function change(filters: Element, filter: string, detail: object): void {
  find(filters, `[data-filter="${filter}"]`).dispatchEvent(new CustomEvent('change', { detail }));
}

function optionsOf(filters: Element, filter: string): string[] {
  return (Reflect.get(find(filters, `[data-filter="${filter}"]`), 'options') as { label: string }[]).map((option) => option.label);
}
