import fc from 'fast-check';
import { npsTrendLine, trendLine } from 'c/trendWords';

const BASE = { trend: -1.24, priorScore: 8.4, priorRatingCount: 14, trendIsSound: null };

describe('a change in words', () => {
  it('says where it comes from, and whether it is more than chance', () => {
    expect(trendLine(BASE)).toEqual({
      direction: 'down',
      icon: 'utility:arrowdown',
      text: 'Down 1.2 from 8.4, 14 answers before',
      soundness: '',
    });
    expect(trendLine({ ...BASE, trendIsSound: true }).soundness).toBe('More than chance');
    expect(trendLine({ ...BASE, trendIsSound: false }).soundness).toContain('chance');
  });

  it('is unknown without something to compare with', () => {
    expect(trendLine({ ...BASE, priorScore: null }).text).toBe('No earlier score to compare with');
  });

  it('says the change of an NPS in whole points, with the sign of what it was', () => {
    const change = { difference: -12.4, prior: -30.2, answersBefore: 1, isSound: false };
    expect(npsTrendLine(change)).toMatchObject({ direction: 'down', text: 'Down 12 from -30, 1 answer before' });
    expect(npsTrendLine({ ...change, difference: 0.4, isSound: true })).toMatchObject({ direction: 'level', soundness: '' });
    expect(npsTrendLine(null).text).toBe('No earlier score to compare with');
  });

  it('takes half a step for one, up and down alike', () => {
    const nps = (difference: number): string => npsTrendLine({ difference, prior: 0, answersBefore: 9, isSound: true }).text;
    expect([nps(0.5), nps(-0.5)]).toEqual(['Up 1 from 0, 9 answers before', 'Down 1 from 0, 9 answers before']);
  });

  it('never speaks of chance where nothing changed', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (trend) => {
        const { direction, soundness } = trendLine({ ...BASE, trend, trendIsSound: true });
        const shown = Math.abs(trend) >= 0.05 - 1e-9;
        return direction === 'level' ? !shown || Math.abs(trend) < 0.0501 : soundness !== '' && direction === (trend > 0 ? 'up' : 'down');
      }),
    );
  });
});
