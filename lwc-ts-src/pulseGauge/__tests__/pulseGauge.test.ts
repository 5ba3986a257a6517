import PulseGauge from 'c/pulseGauge';
import { clearPage, find, settled, show } from 'jest-mocks/page';

const SENTENCE = 'Customer Pulse 7.2 out of 10, Yellow: below target.';

describe('c-pulse-gauge', () => {
  afterEach(clearPage);

  it('is one picture with the whole reading as its name', async () => {
    const gauge = show('c-pulse-gauge', PulseGauge, { score: 7.2, yellowFrom: 7, target: 9, sentence: SENTENCE });
    await settled();
    const picture = find(gauge, 'svg');
    expect(picture.getAttribute('role')).toBe('img');
    expect(picture.getAttribute('aria-label')).toBe(SENTENCE);
    await expect(gauge).toBeAccessible();
  });

  it('draws the zones up to their lines, and the mark at the target', async () => {
    const gauge = show('c-pulse-gauge', PulseGauge, { score: 7.2, yellowFrom: 5, target: 9, sentence: SENTENCE });
    await settled();
    expect(pathOf(gauge, '[data-zone="red"]')).toMatch(/^M 20 100 A .* 100 20$/);
    expect(pathOf(gauge, '[data-zone="yellow"]')).toMatch(/^M 100 20 A/);
    expect(pathOf(gauge, '[data-zone="green"]')).toMatch(/ 180 100$/);
    expect(find(gauge, '[data-mark="target"]')).toBeTruthy();
  });

  it('leaves no yellow zone where the target lies below the yellow line', async () => {
    const gauge = show('c-pulse-gauge', PulseGauge, { score: 5, yellowFrom: 8, target: 5, sentence: SENTENCE });
    await settled();
    expect(pathOf(gauge, '[data-zone="red"]')).toMatch(/ 100 20$/);
    expect(pathOf(gauge, '[data-zone="yellow"]')).toMatch(/^M 100 20 A 80 80 0 0 1 100 20$/);
  });

  it.each([
    [-5, 'L 34 100'],
    [15, 'L 166 100'],
  ])('keeps the needle for %d inside the scale', async (score, path) => {
    const gauge = show('c-pulse-gauge', PulseGauge, { score, yellowFrom: 7, target: 9, sentence: SENTENCE });
    await settled();
    expect(pathOf(gauge, '[data-mark="score"]')).toContain(path);
  });
});

function pathOf(gauge: Element, selector: string): string {
  return find(gauge, selector).getAttribute('d') ?? '';
}
