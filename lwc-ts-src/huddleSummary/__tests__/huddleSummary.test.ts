import type { Choice } from 'c/choiceBar';
import type { PaperView } from 'c/huddlePaper';
import HuddleSummary from 'c/huddleSummary';
import type { GraphQLResult } from 'lightning/graphql';
import { emptyListData, figureData, listData, reasonGroups } from 'jest-mocks/huddleAnswers';
import { clearPage, find, settled, show } from 'jest-mocks/page';
import { graphqlWire } from 'jest-mocks/wires';

interface Paper extends HTMLElement {
  readonly view: PaperView | undefined;
  print(): void;
}

interface Card extends HTMLElement {
  readonly state: string;
  readonly heading: string;
  readonly stateTitle: string | undefined;
  readonly busy: boolean;
}

const NOW = Date.parse('2026-11-22T12:00:00Z');

const isLists = ({ query = '' }): boolean => query.includes('pulseHuddleLists');
const isFigures = ({ query = '' }): boolean => query.includes('pulseHuddleFigures');

async function answer(lists: GraphQLResult<unknown>, figures: GraphQLResult<unknown> = { data: figureData() }): Promise<void> {
  await settled();
  graphqlWire.emit(lists, isLists);
  graphqlWire.emit(figures, isFigures);
  await settled();
}

async function showSheet(properties: { defaultSheet?: string; shiftHours?: number } = {}): Promise<HTMLElement> {
  const element = show('c-huddle-summary', HuddleSummary, properties);
  await settled();
  return element;
}

const cardOf = (element: HTMLElement): Card => find(element, 'c-card-frame') as Card;
const viewOf = (element: HTMLElement): PaperView => {
  const { view } = find(element, 'c-huddle-paper') as Paper;
  if (!view) throw new Error('There is no sheet.');
  return view;
};
const rowsOf = (view: PaperView, key: string): readonly (readonly string[])[] =>
  view.sections.find((section) => section.key === key)?.rows.map(({ cells }) => cells) ?? [];

function choiceOf(element: HTMLElement, name: string): Choice | undefined {
  return (find(element, 'c-choice-bar') as HTMLElement & { choices: Choice[] }).choices.find((choice) => choice.name === name);
}

function choose(element: HTMLElement, choice: string, value: string): void {
  find(element, 'c-choice-bar').dispatchEvent(new CustomEvent('choose', { detail: { name: choice, value } }));
}

describe('c-huddle-summary', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it('shows the week: NPS with margin, answers and whether the change is sound', async () => {
    const element = await showSheet();
    expect(cardOf(element).state).toBe('loading');
    await answer({ data: listData() });
    const view = viewOf(element);
    expect([cardOf(element).state, cardOf(element).heading, view.span.replaceAll(/\s/gu, ' ')]).toEqual([
      'ready',
      'Weekly huddle',
      'Nov 15 – 21, 2026, compared with Nov 8 – 14, 2026',
    ]);
    expect(view.figures).toMatchObject([
      { value: '+63', notes: ['± 21 points', '40 rated answers', 'Up 38 from +25, 40 answers before', 'More than chance'] },
      { value: '3', notes: ['1 overdue'], isUrgent: true },
      { value: '2', notes: ['100 answers'] },
      { value: '1', notes: ['1 by the deadline'] },
    ]);
    expect(view.sections.map(({ key }) => key)).toEqual(['open', 'detractors', 'reasons', 'resolved']);
    await expect(element).toBeAccessible();
  });

  it('lists open follow-ups, new detractors and what was resolved, and says how many more there are', async () => {
    const element = await showSheet();
    await answer({ data: listData() });
    const view = viewOf(element);
    expect(rowsOf(view, 'open')).toEqual([
      ['Nordlys', 'unhappy customer', 'Ada', 'Open, escalated', 'Nov 20, 2026, 12:00 PM, overdue'],
      ['FU-2', 'Delivery: at least 10', '–', 'In Progress', '–'],
    ]);
    expect(view.sections[0]?.more).toBe('and 1 more');
    expect(rowsOf(view, 'detractors')).toEqual([
      ['Nordlys', 'Ida Berg', '3', 'Delivery', 'Nov 21, 2026, 9:00 AM', 'Open'],
      ['PR-2', '–', '3', 'Delivery', 'Nov 21, 2026, 9:00 AM', 'None'],
    ]);
    expect(view.sections[1]?.rows.map(({ isUrgent }) => isUrgent)).toEqual([false, true]);
    expect(rowsOf(view, 'resolved')).toEqual([['Fjord', 'a call', 'Price', 'Recovered', 'Bo', 'Nov 20, 2026, 8:00 AM']]);
  });

  it('names the reasons that moved by more than chance with their answers, else says that none did', async () => {
    const element = await showSheet();
    await answer({ data: listData() });
    expect(rowsOf(viewOf(element), 'reasons')).toEqual([['Delivery', '40% (40 of 100)', '5% (5 of 100)', '+35 points']]);
    const same = { reasonsNow: reasonGroups({ Price: 5 }), reasonsBefore: reasonGroups({ Price: 6 }) };
    await answer({ data: listData() }, { data: figureData(same) });
    const reasons = viewOf(element).sections.find(({ key }) => key === 'reasons');
    expect([reasons?.rows, reasons?.text]).toEqual([[], 'No reason moved by more than chance. Answers: 100 now, 100 the week before.']);
    await answer({ data: listData() }, { data: figureData({ before: { edges: [] } }) });
    expect(viewOf(element).sections.find(({ key }) => key === 'reasons')?.text).toBe(
      'Too few answers to compare: fewer than 10 in one of the two weeks.',
    );
    await answer({ data: listData() }, { data: figureData({ reasonsNow: null }) });
    expect(viewOf(element).sections.map(({ key }) => key)).not.toContain('reasons');
  });

  it('has a dash for an NPS without answers, and sentences for empty lists', async () => {
    const element = await showSheet();
    await answer({ data: emptyListData() }, { data: figureData({ now: { edges: [] } }) });
    const view = viewOf(element);
    expect(view.figures[0]).toMatchObject({ value: '–', notes: ['No figure yet', '0 rated answers'] });
    expect(view.sections.filter(({ key }) => key !== 'reasons').map(({ text }) => text)).toEqual([
      'No follow-up is open.',
      'No new detractor.',
      'No follow-up was resolved.',
    ]);
  });

  it('shows the shift since its beginning, with what is new and lines to sign on', async () => {
    const element = await showSheet({ defaultSheet: 'shift', shiftHours: 8 });
    await answer({ data: listData() });
    const view = viewOf(element);
    expect([view.title, view.span, view.signatures]).toEqual([
      'Shift handover',
      'Since Nov 22, 2026, 4:00 AM',
      ['Handed over by', 'Taken over by'],
    ]);
    expect(view.figures.map(({ key, value }) => [key, value])).toEqual([
      ['open', '3'],
      ['new', '1'],
      ['detractors', '2'],
      ['resolved', '1'],
    ]);
    expect(rowsOf(view, 'open').map(([, , , state]) => state)).toEqual(['Open, escalated', 'In Progress, new']);
    await expect(element).toBeAccessible();
  });

  it('asks again for another sheet, other hours and one touchpoint', async () => {
    const element = await showSheet();
    await answer({ data: listData() });
    choose(element, 'sheet', 'shift');
    await settled();
    expect([cardOf(element).state, choiceOf(element, 'hours')?.value]).toEqual(['loading', '12']);
    choose(element, 'hours', '24');
    choose(element, 'touchpoint', 'Delivery');
    await settled();
    await answer({ data: listData() });
    expect(viewOf(element).span).toBe('Since Nov 21, 2026, 12:00 PM, Delivery to you only');
  });

  it('keeps to hours that make sense', async () => {
    const element = await showSheet({ defaultSheet: 'shift', shiftHours: -3 });
    const { value, options } = choiceOf(element, 'hours') ?? {};
    expect([value, options?.map((option) => option.value)]).toEqual(['12', ['8', '12', '24', '72']]);
  });

  it('reads everything again past the cache', async () => {
    const [lists, figures] = [jest.fn(() => Promise.resolve()), jest.fn(() => Promise.resolve())];
    const element = await showSheet();
    await answer({ data: listData(), refresh: lists }, { data: figureData(), refresh: figures });
    find(element, 'c-choice-bar').dispatchEvent(new CustomEvent('refresh'));
    await settled();
    expect([lists.mock.calls.length, figures.mock.calls.length, cardOf(element).busy]).toEqual([1, 1, true]);
  });

  it('prints the sheet once it is there', async () => {
    const element = await showSheet();
    const button = find(element, '[data-action="print"]') as HTMLElement & { disabled: boolean };
    expect(button.disabled).toBe(true);
    await answer({ data: listData() });
    const print = jest.spyOn(find(element, 'c-huddle-paper') as Paper, 'print').mockImplementation(() => undefined);
    button.click();
    expect([button.disabled, print.mock.calls.length]).toEqual([false, 1]);
  });

  it('says what went wrong, and that a user may not see it', async () => {
    const element = await showSheet();
    await answer({ errors: [{ message: 'Busy' }] });
    expect([cardOf(element).state, cardOf(element).stateTitle]).toEqual(['error', 'The sheet cannot be shown']);
    await answer({ errors: [{ message: "Cannot query field 'PulseFollowUp__c' on type 'RecordQuery'." }] });
    expect(cardOf(element).state).toBe('noAccess');
    const refused = { message: 'Unknown type.', extensions: { classification: 'ValidationError' } };
    await answer({ errors: [refused] });
    expect(cardOf(element).state).toBe('noAccess');
  });
});
