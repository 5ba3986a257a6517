import ChoiceBar, { type Choice } from 'c/choiceBar';
import { clearPage, find, findAll, settled, show } from 'jest-mocks/page';

const CHOICES: readonly Choice[] = [
  { name: 'period', label: 'Period', value: 'year', options: [{ label: 'Last year', value: 'year' }] },
  { name: 'segment', label: 'Segment', value: 'A', options: [{ label: 'A', value: 'A' }] },
];

describe('c-choice-bar', () => {
  afterEach(clearPage);

  it('shows what can be chosen, in its order', async () => {
    const bar = show('c-choice-bar', ChoiceBar, { choices: CHOICES });
    await settled();
    expect(findAll(bar, 'lightning-combobox')).toMatchObject([
      { label: 'Period', value: 'year' },
      { label: 'Segment', value: 'A' },
    ]);
    await expect(bar).toBeAccessible();
  });

  it('tells what was chosen and where, and that everything is to be read again', () => {
    const bar = show('c-choice-bar', ChoiceBar, { choices: CHOICES });
    const told: unknown[] = [];
    bar.addEventListener('choose', (event) => told.push((event as CustomEvent<unknown>).detail));
    bar.addEventListener('refresh', () => told.push('refresh'));
    find(bar, '[data-choice="segment"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'B' } }));
    find(bar, '[data-action="refresh"]').click();
    expect(told).toEqual([{ name: 'segment', value: 'B' }, 'refresh']);
  });
});
