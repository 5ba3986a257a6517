import PulseTrendCard from 'c/pulseTrendCard';
import type { Trend } from 'c/trendChart';
import type { PulseData } from 'c/pulseQueries';
import { clearPage, find, findAll, settled, textOf } from 'jest-mocks/page';
import { arrive, frameOf, isShared, showPulseCard } from 'jest-mocks/pulseCard';
import { monthSums, pulseData } from 'jest-mocks/pulseDetails';
import { HEALTHY, WITHOUT_ANSWERS } from 'jest-mocks/pulseRecords';
import { errorBody, graphqlWire, recordWire } from 'jest-mocks/wires';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const MONTHS = pulseData({ year1: monthSums({ 6: [40, 5], 12: [27, 3] }), year2: monthSums({ 1: [30, 3] }) });

describe('c-pulse-trend-card', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });

  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it('waits for the details, and asks for no single answers', async () => {
    const card = showPulseCard('c-pulse-trend-card', PulseTrendCard);
    await arrive(HEALTHY);
    expect(frameOf(card).state).toBe('loading');
    const asked: string[] = [];
    graphqlWire.emit({}, ({ query = '' }) => asked.push(query) < 0);
    expect(asked.filter((query) => query !== '').map((query) => query.split('(')[0])).toEqual(['query customerPulse']);
    await expect(card).toBeAccessible();
  });

  it('draws the rolling pulse from the first answers to today', async () => {
    const card = await drawn();
    const { points, windowFrom } = trendOf(card);
    expect(points.map(({ key }) => key).slice(0, 2)).toEqual(['2024-06-01', '2024-07-01']);
    expect(points[0]).toMatchObject({
      score: 8,
      lines: ['End of Jun 2024', 'Pulse: 8.0', 'Yellow: below target', '5 answers', 'Target 9.0'],
    });
    expect(points.find(({ key }) => key === '2024-12-01')?.score).toBe(67 / 8);
    expect(points.at(-1)).toMatchObject({
      key: 'now',
      score: 9.24,
      lines: ['Today', 'Pulse: 9.2', 'Green: on target', '52 answers', 'Target 9.0'],
    });
    expect(windowFrom).toBe(NOW - 365 * 86_400_000);
    await expect(card).toBeAccessible();
  });

  it('names the chart by its first and last pulse, and gives the same as a table, newest first', async () => {
    const card = await drawn();
    expect(find(card, 'c-trend-chart')).toMatchObject({ name: 'Pulse from End of Jun 2024 to Today: from 8.0 to 9.2.' });
    const table = find(card, 'c-figure-table') as HTMLElement & { rows: { cells: string[] }[] };
    expect(table.rows[0]?.cells).toEqual(['Today', '9.2', '52', '9.0', 'Green']);
    expect(table.rows.at(-1)?.cells).toEqual(['Jun 2024', '8.0', '5', '9.0', 'Yellow']);
  });

  it('shows gaps as gaps: no answer is not 0', async () => {
    const card = showPulseCard('c-pulse-trend-card', PulseTrendCard);
    await arrive(WITHOUT_ANSWERS, MONTHS);
    expect(trendOf(card).points.at(-1)).toMatchObject({ score: null, lines: ['Today', 'No rated answer in the 365 days before'] });
  });

  it('lists the days from which comparisons start anew, once each', async () => {
    const card = showPulseCard('c-pulse-trend-card', PulseTrendCard);
    const edges = [
      {
        node: {
          effectiveOn: { value: '2025-09-01' },
          comparisonStart: { value: null },
          note: { value: 'New scale.' },
          appliedAt: { value: 'x' },
        },
      },
    ];
    const { uiapi } = MONTHS;
    const data = { uiapi: { ...uiapi, query: { ...uiapi.query, rebaselines: { edges } } } };
    await arrive({ ...HEALTHY, ComparisonStart__c: '2025-09-01', RebaselineNote__c: 'New scale.' }, data);
    expect(trendOf(card).marks).toEqual([{ key: '2025-09-01', at: Date.parse('2025-09-01') }]);
    expect(findAll(card, '[data-figure="mark"]').map(textOf)).toEqual(['Answers before Sep 1, 2025 are not compared with. New scale.']);
  });

  it('lists a new baseline of a segment for customers of this segment alone', async () => {
    const card = showPulseCard('c-pulse-trend-card', PulseTrendCard);
    const rebaseline = (segment: string | null, day: string): object => ({
      node: { scope: { value: 'Segment' }, segment: { value: segment }, effectiveOn: { value: day }, appliedAt: { value: 'x' } },
    });
    const edges = [rebaseline('A', '2025-09-01'), rebaseline('B', '2025-10-01'), rebaseline(null, '2025-11-01')];
    const { uiapi } = MONTHS;
    const data = { uiapi: { ...uiapi, query: { ...uiapi.query, rebaselines: { edges } } } } as PulseData;
    await arrive({ ...HEALTHY, Segment__c: 'A' }, data);
    expect(trendOf(card).marks.map(({ key }) => key)).toEqual(['2025-09-01']);
    await arrive({ ...HEALTHY, Segment__c: null }, data);
    expect(trendOf(card).marks).toEqual([]);
  });

  it('asks for the sums of an account together with its record', async () => {
    showPulseCard('c-pulse-trend-card', PulseTrendCard);
    await settled();
    const asked: unknown[] = [];
    graphqlWire.emit({}, (config) => isShared(config) && asked.push(config.variables) < 0);
    expect(asked).toEqual([{ key: 'A:001000000000001AAA' }]);
  });

  it('fetches single answers when they are asked for, and says when some are left out', async () => {
    const card = await drawn();
    find(card, '[data-action="answers"]').click();
    await settled();
    expect(find(card, '[data-action="answers"]').getAttribute('aria-pressed')).toBe('true');
    expect(frameOf(card).busy).toBe(true);
    const node = { Id: 'a02', respondedAt: { value: '2026-03-01T10:00:00Z' }, rating: { value: 2 }, touchpoint: { value: 'Delivery' } };
    const answers = { totalCount: 2, edges: [{ node }] };
    graphqlWire.emit({ data: { uiapi: { query: { answers } } } }, (config) => !isShared(config));
    await settled();
    expect(trendOf(card).dots).toMatchObject([
      { id: 'a02', rating: 2, band: 'Red', lines: ['Mar 1, 2026', 'Rating 2, detractor', 'Delivery'] },
    ]);
    expect(textOf(find(card, '[role="status"]'))).toBe('The newest 1 of 2 answers are shown.');
    expect(frameOf(card).busy).toBe(false);
    await expect(card).toBeAccessible();
  });

  it('says when the single answers could not be fetched, and keeps the line', async () => {
    const card = await drawn();
    find(card, '[data-action="answers"]').click();
    await settled();
    graphqlWire.emit({ errors: [{ message: 'Too busy' }] }, (config) => !isShared(config));
    await settled();
    expect(textOf(find(card, '[role="status"]'))).toBe('The answers could not be fetched.');
    expect(trendOf(card).points.length).toBeGreaterThan(10);
  });

  it('says that there is no trend yet, that it failed, or that it is not for this user', async () => {
    const card = showPulseCard('c-pulse-trend-card', PulseTrendCard);
    await arrive(WITHOUT_ANSWERS, pulseData({}));
    expect(frameOf(card)).toMatchObject({ state: 'empty', stateTitle: 'No trend yet' });
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }] }, isShared);
    await settled();
    expect(frameOf(card)).toMatchObject({ state: 'error', stateText: 'The org is busy.' });
    recordWire.error(errorBody('No', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(frameOf(card).state).toBe('noAccess');
    await expect(card).toBeAccessible();
  });
});

async function drawn(): Promise<HTMLElement> {
  const card = showPulseCard('c-pulse-trend-card', PulseTrendCard);
  await arrive(HEALTHY, MONTHS);
  return card;
}

function trendOf(card: Element): Trend {
  const chart = find(card, 'c-trend-chart') as HTMLElement & { trend: Trend };
  return chart.trend;
}
