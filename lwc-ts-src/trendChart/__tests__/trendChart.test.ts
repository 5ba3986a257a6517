import TrendChart, { type Trend } from 'c/trendChart';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-12T09:00:00Z');
const TREND: Trend = {
  from: NOW - 300 * DAY,
  until: NOW,
  windowFrom: NOW - 200 * DAY,
  points: [
    { key: 'a', at: NOW - 200 * DAY, score: 9.1, target: 9, band: 'Green', lines: ['End of Aug 2025', 'Pulse: 9.1'] },
    {
      key: 'b',
      at: NOW - 100 * DAY,
      score: null,
      target: 9,
      band: undefined,
      lines: ['End of Nov 2025', 'No rated answer in the 365 days before'],
    },
    { key: 'now', at: NOW, score: 6.4, target: 8.5, band: 'Red', lines: ['Today', 'Pulse: 6.4'] },
  ],
  dots: [
    { id: 'a02A', at: NOW - 150 * DAY, rating: 9, band: 'Green', lines: ['Oct 13, 2025', 'Rating 9, promoter'] },
    { id: 'a02B', at: NOW - 10 * DAY, rating: 2, band: 'Red', lines: ['Mar 2, 2026', 'Rating 2, detractor'] },
  ],
  marks: [{ key: '2025-12-01', at: Date.parse('2025-12-01') }],
};

describe('c-trend-chart', () => {
  afterEach(clearPage);

  it('is one stop of the Tab key with a name', async () => {
    const chart = await chartOf(TREND);
    const plot = find(chart, '.plot');
    expect([plot.getAttribute('tabindex'), plot.getAttribute('aria-label')]).toEqual(['0', 'Pulse from May to today']);
    expect(findAll(chart, '[tabindex="0"]')).toHaveLength(1);
    await expect(chart).toBeAccessible();
  });

  it('draws the line with its gap, the target as it was, each band in a shape of its own, and the marks', async () => {
    const chart = await chartOf(TREND);
    expect(pathOf(chart, '[data-mark="line"]').match(/M/g)).toHaveLength(2);
    expect(pathOf(chart, '[data-mark="target"]')).toMatch(/^M .* V .* V /);
    expect(pathOf(chart, '[data-dots="Green"]')).toContain('a 3 3');
    expect(pathOf(chart, '[data-dots="Red"]')).not.toContain('a 3 3');
    expect(findAll(chart, '[data-mark="rebaseline"]')).toHaveLength(1);
  });

  it('shows the newest point on focus, and steps through months and answers by arrow keys, saying each', async () => {
    const chart = await chartOf(TREND);
    const plot = find(chart, '.plot');
    plot.focus();
    await settled();
    expect(tipOf(chart)).toBe('Today Pulse: 6.4');
    expect(textOf(find(chart, '[aria-live]'))).toBe('');
    await press(plot, 'ArrowLeft');
    expect(textOf(find(chart, '[aria-live]'))).toBe('End of Nov 2025. No rated answer in the 365 days before.');
    await press(plot, 'Home');
    expect(tipOf(chart)).toBe('End of Aug 2025 Pulse: 9.1');
    await press(plot, 'ArrowUp');
    expect(tipOf(chart)).toBe('Mar 2, 2026 Rating 2, detractor Open answer');
    await press(plot, 'ArrowUp');
    expect(tipOf(chart)).toContain('Rating 9, promoter');
    await expect(chart).toBeAccessible();
  });

  it('opens the answer that is chosen, and closes the tooltip by Escape', async () => {
    const chart = await chartOf(TREND);
    const opened: unknown[] = [];
    chart.addEventListener('openanswer', (event) => opened.push((event as CustomEvent).detail));
    const plot = find(chart, '.plot');
    plot.focus();
    await press(plot, 'ArrowUp');
    await press(plot, 'Enter');
    expect(opened).toEqual([{ id: 'a02B' }]);
    await press(plot, 'Escape');
    expect(findAll(chart, '[data-figure="tip"]')).toHaveLength(0);
  });

  it('leaves other keys to the page, and goes on where nothing is drawn', async () => {
    const chart = await chartOf(TREND);
    const event = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true, bubbles: true });
    find(chart, '.plot').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    const empty = await chartOf(undefined);
    await press(find(empty, '.plot'), 'ArrowLeft');
    expect(findAll(empty, 'svg')).toHaveLength(0);
  });

  it('shows what lies under the pointer: an answer within reach, else the nearest month', async () => {
    const chart = await chartOf(TREND);
    await point(chart, 588, 50);
    expect(tipOf(chart)).toBe('Today Pulse: 6.4');
    const circle = find(chart, '.chosen');
    expect(Number(circle.getAttribute('cx'))).toBeCloseTo(588, 0);
    await point(chart, 26 + (562 * 150) / 300, 12 + (202 * 1) / 10);
    expect(tipOf(chart)).toContain('Rating 9, promoter');
  });
});

async function chartOf(trend: Trend | undefined): Promise<HTMLElement> {
  const chart = show('c-trend-chart', TrendChart, { trend, name: 'Pulse from May to today' });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 600 });
  await settled();
  return chart;
}

async function press(plot: HTMLElement, key: string): Promise<void> {
  plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settled();
}

async function point(chart: Element, clientX: number, clientY: number): Promise<void> {
  find(chart, '.plot').dispatchEvent(new MouseEvent('pointermove', { clientX, clientY, bubbles: true }));
  await settled();
}

function tipOf(chart: Element): string {
  return textOf(find(chart, '[data-figure="tip"]'));
}

function pathOf(chart: Element, selector: string): string {
  return find(chart, selector).getAttribute('d') ?? '';
}
