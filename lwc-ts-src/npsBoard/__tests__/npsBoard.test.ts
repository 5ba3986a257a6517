import type { Choice } from 'c/choiceBar';
import NpsBoard from 'c/npsBoard';
import type { GraphQLResult } from 'lightning/graphql';
import { boardData, counts, group, groupsData, ratingsData, revenueData } from 'jest-mocks/npsAnswers';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { graphqlWire, picklistWire } from 'jest-mocks/wires';

interface Card extends HTMLElement {
  readonly state: string;
  readonly busy: boolean;
  readonly heading: string;
  readonly stateText: string | undefined;
}

/** Looking through all cards for accessibility takes seconds under jsdom. */
const WHOLE_BOARD = 60_000;

const QUERIES = { board: 'query npsBoard', ratings: 'query npsRatings', groups: 'query npsGroups', revenue: 'query npsRevenue' } as const;

function answer(which: keyof typeof QUERIES, result: GraphQLResult<unknown>): void {
  graphqlWire.emit(result, ({ query = '' }) => query.includes(QUERIES[which]));
}

async function answerAll(): Promise<void> {
  const refresh = (): Promise<void> => Promise.resolve();
  await settled();
  answer('board', { data: boardData(), refresh });
  answer('ratings', { data: ratingsData(), refresh });
  answer('groups', { data: groupsData(), refresh });
  answer('revenue', { data: revenueData(), refresh });
  await settled();
}

const cards = (element: Element): Card[] => findAll(element, '[data-card]') as Card[];
const statesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(cards(element).map((card) => [card.dataset['card'] ?? '', card.state] as const));

function choose(element: Element, choice: string, value: string): void {
  find(element, 'c-choice-bar').dispatchEvent(new CustomEvent('choose', { detail: { name: choice, value } }));
}

function choiceOf(element: Element, name: string): Choice | undefined {
  return (find(element, 'c-choice-bar') as HTMLElement & { choices: Choice[] }).choices.find((choice) => choice.name === name);
}

/** The view that a card hands to its child. */
function viewOf(element: Element, card: string, child: string): Record<string, unknown> {
  return (find(element, `[data-card="${card}"] ${child}`) as HTMLElement & { view: Record<string, unknown> }).view;
}

describe('c-nps-board', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-22T12:00:00Z')));
  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it(
    'waits with the room of its figures, and shows nine cards once they are there',
    async () => {
      const element = show('c-nps-board', NpsBoard, {});
      await settled();
      expect(new Set(Object.values(statesOf(element)))).toEqual(new Set(['loading']));
      await answerAll();
      expect(Object.values(statesOf(element))).toEqual(Array(9).fill('ready'));
      await expect(element).toBeAccessible();
    },
    WHOLE_BOARD,
  );

  it('says the NPS with its margin, interval and answers, and whether the change is sound', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    expect(viewOf(element, 'headline', 'c-nps-figure')).toMatchObject({
      value: '+30',
      margin: '± 14 points',
      interval: 'Between +15 and +43 (95 % confidence)',
      answers: '120 rated answers',
      few: '',
      change: { text: 'Down 39 from +69, 80 answers before', icon: 'utility:arrowdown', soundText: 'More than chance' },
    });
  });

  it('weighs customers by revenue beside the plain figure, with effective answers and those left out', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    const { value, facts, answers } = viewOf(element, 'weighted', 'c-nps-figure');
    expect([value, answers]).toEqual(['-36', '110 rated answers']);
    expect(facts).toEqual(['Effective answers: 83 of 110', 'Counted alike: -11', '10 answers left out: no annual revenue is known']);
  });

  it('puts groups with few answers last, and names a change only where it is sound', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    const { rows } = viewOf(element, 'groups', 'c-nps-ranges') as { rows: { name: string; change: string; isFew: boolean }[] };
    expect(rows.map(({ name, change, isFew }) => [name, change, isFew])).toEqual([
      ['Bo', 'No sound change', false],
      ['Ann', 'Up 78', false],
      ['Cleo', 'New', true],
      ['Not known', 'New', true],
    ]);
  });

  it('shows response rate and follow-ups with what they rest on', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    expect(viewOf(element, 'responseRate', 'c-nps-share')).toMatchObject({
      value: '40%',
      basis: '40 of 100 invitations answered',
      facts: ['25 may still be answered'],
    });
    expect(viewOf(element, 'followUps', 'c-nps-share')).toMatchObject({
      value: '67%',
      facts: ['2 are overdue and open', '4 of 5 who answered again were happier'],
    });
  });

  it('labels a touchpoint NPS as such, in every card that shows it', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    find(element, '[data-card="journey"] c-nps-ranges').dispatchEvent(new CustomEvent('choose', { detail: 'Delivery' }));
    await answerAll();
    expect(cards(element)[0]?.heading).toBe('Touchpoint NPS: Delivery');
    expect(textOf(find(element, '[data-card="trend"]'))).toContain('Touchpoint NPS: Delivery');
    expect(JSON.stringify(graphqlWire.getLastConfig()?.variables)).toContain('"Touchpoint__c":{"eq":"Delivery"}');
  });

  it('keeps the figures in sight while others are on their way', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    choose(element, 'period', 'last30');
    await settled();
    expect(statesOf(element)['headline']).toBe('ready');
    expect(cards(element)[0]?.busy).toBe(true);
    expect(textOf(find(element, '[data-figure="span"]'))).toContain('2026');
  });

  it('shows no figures of one measure under the name of another, and keeps the journey, which is the same for all', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    choose(element, 'measure', 'Delivery');
    await settled();
    expect(cards(element)[0]?.heading).toBe('Touchpoint NPS: Delivery');
    const { journey, ...others } = statesOf(element);
    expect([journey, new Set(Object.values(others))]).toEqual(['ready', new Set(['loading'])]);
    await answerAll();
    expect(new Set(Object.values(statesOf(element)))).toEqual(new Set(['ready']));
  });

  it('says what went wrong with another measure', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    choose(element, 'measure', 'Delivery');
    answer('board', { errors: [{ message: 'Busy' }] });
    await settled();
    expect(statesOf(element)['headline']).toBe('error');
  });

  it('says by what groups are told apart, also while others are on their way', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    const columnOf = (): unknown => viewOf(element, 'groups', 'c-nps-ranges')['columns'];
    find(element, '[data-choice="grouping"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'team' } }));
    await settled();
    expect([columnOf(), cards(element).find(({ dataset }) => dataset['card'] === 'groups')?.busy]).toMatchObject([
      { name: 'Account owner' },
      true,
    ]);
    answer('groups', { data: groupsData() });
    await settled();
    expect(columnOf()).toMatchObject({ name: 'Team of the owner' });
  });

  it('waits for nothing where the question stays the same', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await answerAll();
    choose(element, 'period', 'last365');
    await settled();
    expect(cards(element).map(({ state, busy }) => `${state} ${String(busy)}`)).toEqual(Array(9).fill('ready false'));
  });

  it('asks again for the segment and the grouping that are chosen', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await settled();
    picklistWire.emit({ values: [{ label: 'Vigtigst', value: 'A' }] });
    await answerAll();
    expect(choiceOf(element, 'segment')?.options.map(({ label }) => label)).toEqual(['All', 'Vigtigst', 'Without segment']);
    choose(element, 'segment', 'A');
    find(element, '[data-choice="grouping"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'team' } }));
    await settled();
    const { query, variables } = graphqlWire.getLastConfig() ?? {};
    expect(`${query} ${JSON.stringify(variables)}`).toContain('"PulseSegment__c":{"eq":"A"}');
  });

  it(
    'says what to do where nobody answered',
    async () => {
      const element = show('c-nps-board', NpsBoard, {});
      const data = boardData();
      const nothing = group([counts(null, null, null)]);
      await settled();
      answer('board', { data: { uiapi: { ...data.uiapi, aggregate: { ...data.uiapi.aggregate, now: nothing } } } });
      await settled();
      const [headline] = cards(element);
      expect([headline?.state, headline?.stateText]).toEqual(['empty', 'Choose a longer period, another segment or another measure.']);
    },
    WHOLE_BOARD,
  );

  it(
    'shows an error in its cards alone, and tries again',
    async () => {
      const element = show('c-nps-board', NpsBoard, {});
      const refresh = jest.fn(() => Promise.resolve());
      await answerAll();
      answer('revenue', { errors: [{ message: 'Something broke' }], refresh });
      await settled();
      expect(statesOf(element)).toMatchObject({ headline: 'ready', weighted: 'error', revenue: 'error' });
      find(element, '[data-card="revenue"]').dispatchEvent(new CustomEvent('retry'));
      expect(refresh).toHaveBeenCalled();
    },
    WHOLE_BOARD,
  );

  it('says to a user who may not see the answers that it is not for them, rather than that it is broken', async () => {
    const element = show('c-nps-board', NpsBoard, {});
    await settled();
    const unknown = { message: 'Unknown type "PulseResponse__c_Filter".', extensions: { classification: 'ValidationError' } };
    for (const which of ['board', 'ratings', 'groups', 'revenue'] as const) answer(which, { errors: [unknown] });
    await settled();
    expect(new Set(Object.values(statesOf(element)))).toEqual(new Set(['noAccess']));
  });

  it('asks two queries for the summary of a home page', async () => {
    const element = show('c-nps-board', NpsBoard, { scope: 'Summary' });
    await answerAll();
    expect(Object.keys(statesOf(element))).toEqual(['headline', 'responseRate', 'followUps', 'trend', 'ratings']);
    expect(graphqlWire.getLastConfig()?.query).toBeUndefined();
  });

  it('begins with what the page names, and with the window of the pulse for names that it does not know', async () => {
    const element = show('c-nps-board', NpsBoard, { defaultPeriod: 'lastQuarter', defaultGrouping: 'segment' });
    expect([element.defaultPeriod, element.defaultGrouping]).toEqual(['lastQuarter', 'segment']);
    element.defaultPeriod = 'for ever';
    expect(element.defaultPeriod).toBe('last365');
  });
});
