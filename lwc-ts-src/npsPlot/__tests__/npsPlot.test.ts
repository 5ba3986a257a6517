import fc from 'fast-check';
import NpsPlot from 'c/npsPlot';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { nearestPoint } from '../nearest';

const POINTS = [
  { x: 10, y: 20, text: 'Jul: +20' },
  { x: 50, y: 80, text: 'Aug: +80' },
  { x: 90, y: 50, text: 'Sep: +50' },
];

async function shown() {
  const element = show('c-nps-plot', NpsPlot, { label: 'NPS by month', points: POINTS, acrossOnly: true });
  await settled();
  const field = find(element, '[data-plot]');
  const key = async (name: string): Promise<string> => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: name }));
    await settled();
    return textOf(find(element, '[data-spoken]'));
  };
  return { element, field, key };
}

describe('c-nps-plot', () => {
  afterEach(clearPage);

  it('is one stop with a name, and speaks the newest point when it gets the focus', async () => {
    const { element, field } = await shown();
    expect([field.tabIndex, field.getAttribute('aria-label')]).toEqual([0, 'NPS by month']);
    field.dispatchEvent(new FocusEvent('focus'));
    await settled();
    expect(textOf(find(element, '[data-spoken]'))).toBe('Sep: +50');
    expect(textOf(find(element, '[data-tip]'))).toBe('Sep: +50');
    await expect(element).toBeAccessible();
  });

  it('goes from point to point by arrow keys, and to the ends', async () => {
    const { field, key } = await shown();
    field.dispatchEvent(new FocusEvent('focus'));
    expect(await key('ArrowLeft')).toBe('Aug: +80');
    expect(await key('Home')).toBe('Jul: +20');
    expect(await key('ArrowLeft')).toBe('Jul: +20');
    expect(await key('End')).toBe('Sep: +50');
  });

  it('hides the words of a point on Escape and when the focus leaves', async () => {
    const { element, field, key } = await shown();
    await key('Home');
    expect(await key('Escape')).toBe('');
    await key('Home');
    field.dispatchEvent(new FocusEvent('blur'));
    await settled();
    expect(findAll(element, '[data-tip]')).toHaveLength(0);
  });

  it('opens the point in focus on Enter', async () => {
    const { element, key } = await shown();
    const opened = jest.fn();
    element.addEventListener('open', (event) => {
      opened((event as CustomEvent<number>).detail);
    });
    await key('Enter');
    expect(opened).not.toHaveBeenCalled();
    await key('End');
    await key('Enter');
    expect(opened).toHaveBeenCalledWith(2);
  });

  it('shows the point under the pointer', async () => {
    const { element, field } = await shown();
    field.getBoundingClientRect = () => ({ left: 0, right: 200, top: 0, width: 200, height: 100 }) as DOMRect;
    const move = new MouseEvent('pointermove', { clientX: 105, clientY: 90 });
    field.dispatchEvent(move);
    await settled();
    expect(textOf(find(element, '[data-tip]'))).toBe('Aug: +80');
  });
});

describe('the nearest point', () => {
  const size = { width: 200, height: 100 };
  const point = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }), text: fc.constant('') });

  it('is never further away than another', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), fc.integer({ min: 0, max: 200 }), (points, x) => {
        const found = nearestPoint(points, { x, y: 0 }, size, true) ?? -1;
        const away = (index: number): number => Math.abs((points[index]?.x ?? NaN) * 2 - x);
        return points.every((_, index) => away(found) <= away(index) + 1e-9);
      }),
    );
  });

  it('is none where nothing is near, unless it is looked for across only', () => {
    const points = [{ x: 100, y: 100, text: '' }];
    expect(nearestPoint(points, { x: 0, y: 0 }, size, false)).toBeUndefined();
    expect(nearestPoint(points, { x: 0, y: 0 }, size, true)).toBe(0);
  });
});
