import fc from 'fast-check';
import { figureVariables, huddleDays, listVariables, readFigures, readLists, reasonMoves, type HuddleFigures } from 'c/huddleData';
import { chance } from '../reasonMoves';
import { emptyListData, figureData, listData, reasonGroups } from 'jest-mocks/huddleAnswers';

const NPS = { promoters: 0, detractors: 0, rated: 0 };

function figures(now: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>, answers = [100, 100]): HuddleFigures {
  const [answersNow = 0, answersBefore = 0] = answers;
  return {
    now: { nps: NPS, answers: answersNow, reasons: new Map(Object.entries(now)) },
    before: { nps: NPS, answers: answersBefore, reasons: new Map(Object.entries(before)) },
  };
}

const moved = (of: HuddleFigures): string[] => reasonMoves(of)?.sound.map(({ reason }) => reason) ?? [];

describe('the figures of a week', () => {
  it('take NPS from relational answers alone, and answers from both programs', () => {
    const { now, before } = readFigures(figureData());
    expect(now.nps).toEqual({ promoters: 30, detractors: 5, rated: 40 });
    expect([now.answers, before.answers]).toEqual([100, 100]);
  });

  it('know no reasons where the user may not see them', () => {
    const read = readFigures(figureData({ reasonsNow: null, reasonsBefore: null }));
    expect([read.now.reasons, reasonMoves(read)]).toEqual([undefined, undefined]);
  });

  it('count nothing as nothing', () => {
    const none = { edges: [] };
    expect(readFigures(figureData({ now: none })).now).toMatchObject({ nps: NPS, answers: 0 });
    expect(readLists(emptyListData()).counts).toEqual({ open: 0, overdue: 0, made: 0, resolved: 0, onTime: 0, detractors: 0 });
  });

  it('tell how many there are in all beside the rows that came', () => {
    expect(readLists(listData())).toMatchObject({
      counts: { open: 3, overdue: 1, resolved: 1, onTime: 1 },
      touchpoints: [{ key: 'Delivery' }],
    });
  });
});

describe('the reasons that moved', () => {
  it('are at most three, the largest move first, up or down', () => {
    const of = figures({ A: 60, B: 5, C: 45, D: 40, E: 10 }, { A: 10, B: 60, C: 10, D: 10, E: 10 });
    expect(moved(of)).toEqual(['B', 'A', 'C']);
    expect(reasonMoves(of)).toMatchObject({ compared: 5, sound: [{ now: 5, before: 60 }, {}, {}] });
    expect(reasonMoves(of)?.sound[0]?.points).toBeCloseTo(-55, 9);
  });

  it('are only those that moved by more than chance, with all that were compared in mind', () => {
    const one = figures({ A: 20 }, { A: 9 });
    expect(moved(one)).toEqual(['A']);
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`R${String(n)}`, 5]));
    expect(moved(figures({ ...many, A: 20 }, { ...many, A: 9 }))).toEqual([]);
  });

  it('are not told from few answers', () => {
    expect(reasonMoves(figures({ A: 9 }, {}, [9, 10]))).toBeUndefined();
    expect(moved(figures({ A: 9 }, {}, [10, 10]))).toEqual(['A']);
  });

  it('leave out a reason without words', () => {
    expect(moved(figures({ '': 90 }, {}))).toEqual([]);
  });

  it('count answers that name a reason, not how often it is named', () => {
    const read = readFigures(figureData({ reasonsNow: reasonGroups({ Delivery: 7 }) }));
    expect(read.now.reasons?.get('Delivery')).toBe(7);
  });

  // Standard normal, both tails: 5 % at 1.959964, 1 % at 2.575829.
  it('are judged by the normal distribution', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500), (of, priorOf, a, b) => {
        const [count, prior] = [Math.min(a, of), Math.min(b, priorOf)];
        const p = chance(count, of, prior, priorOf);
        const [s, q] = [(count + 1) / (of + 2), (prior + 1) / (priorOf + 2)];
        const z = Math.abs(s - q) / Math.sqrt((s * (1 - s)) / (of + 2) + (q * (1 - q)) / (priorOf + 2));
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1.000001);
        expect(p < 0.05).toBe(z > 1.959964 || (p < 0.05 && Math.abs(z - 1.959964) < 1e-4));
        expect(p < 0.01).toBe(z > 2.575829 || (p < 0.01 && Math.abs(z - 2.575829) < 1e-4));
      }),
    );
  });

  it('are hardly ever found where nothing changed', () => {
    // Two weeks out of one and the same binomial distribution, by a fixed sequence of numbers.
    let state = 7;
    const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    const drawn = (of: number, share: number): number => Array.from({ length: of }, random).filter((number) => number < share).length;
    const week = (): Record<string, number> => Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`R${String(n)}`, drawn(60, 0.1)]));
    const wrong = Array.from({ length: 400 }, () => moved(figures(week(), week(), [60, 60])).length > 0).filter(Boolean).length;
    expect(wrong / 400).toBeLessThan(0.05);
  });
});

describe('what is asked for', () => {
  it('are seven whole days up to yesterday, and the seven before them, where the user is', () => {
    const { now, before } = figureVariables(undefined) as { now: { and: object[] }; before: { and: object[] } };
    expect(now.and).toContainEqual({ RespondedAt__c: { gte: { range: { last_n_days: 7 } }, lt: { literal: 'TODAY' } } });
    expect(before.and).toContainEqual({ RespondedAt__c: { gte: { range: { last_n_days: 14 } }, lt: { range: { last_n_days: 7 } } } });
    expect(huddleDays(Date.parse('2026-11-22T23:30:00Z'), 'UTC').days).toEqual(['2026-11-15', '2026-11-21']);
    expect(huddleDays(Date.parse('2026-11-22T23:30:00Z'), 'Europe/Copenhagen')).toEqual({
      days: ['2026-11-16', '2026-11-22'],
      before: ['2026-11-09', '2026-11-15'],
    });
  });

  it('are days of the calendar over a change of the clock', () => {
    expect(huddleDays(Date.parse('2026-10-26T00:30:00+01:00'), 'Europe/Copenhagen').days).toEqual(['2026-10-19', '2026-10-25']);
  });

  it('are answers that count, and reasons that nobody found wrong', () => {
    const asked = JSON.stringify(figureVariables('Delivery'));
    expect(asked.match(/"Status__c":\{"eq":"Accepted"\}/gu)).toHaveLength(4);
    expect(asked.match(/"Touchpoint__c":\{"eq":"Delivery"\}/gu)).toHaveLength(4);
    expect(asked.match(/"Overruled__c":\{"eq":false\}/gu)).toHaveLength(2);
  });

  it('are follow-ups and answers of a shift from its beginning on', () => {
    const since = { gte: { value: '2026-11-22T00:00:00.000Z' } };
    expect(listVariables({ kind: 'since', since: since.gte.value }, undefined)).toEqual({
      open: { and: [{ Status__c: { ne: 'Resolved' } }] },
      overdue: { and: [{ and: [{ Status__c: { ne: 'Resolved' } }] }, { Overdue__c: { eq: true } }] },
      made: { and: [{ and: [{ Status__c: { ne: 'Resolved' } }] }, { CreatedDate: since }] },
      resolved: { and: [{ ResolvedAt__c: since }, { Status__c: { eq: 'Resolved' } }] },
      detractors: { and: [{ and: [{ Status__c: { eq: 'Accepted' } }, { RespondedAt__c: since }] }, { Detractor__c: { eq: 1 } }] },
    });
  });
});
