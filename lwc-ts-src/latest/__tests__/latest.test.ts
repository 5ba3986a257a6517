import { latest } from 'c/latest';

describe('latest', () => {
  it('works once for the same inputs, and again when one of them is another', () => {
    const work = jest.fn((list: readonly number[], factor: number) => list.map((value) => value * factor));
    const scaled = latest(work);
    const list = [1, 2];
    expect(scaled(list, 2)).toEqual([2, 4]);
    expect(scaled(list, 2)).toBe(scaled(list, 2));
    expect(work).toHaveBeenCalledTimes(1);
    expect(scaled(list, 3)).toEqual([3, 6]);
    expect(scaled([1, 2], 3)).toEqual([3, 6]);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('keeps a result of undefined, and nothing that failed', () => {
    let fails = true;
    const work = jest.fn((_key: string): string | undefined => {
      if (fails) throw new Error('not yet');
      return undefined;
    });
    const asked = latest(work);
    expect(() => asked('a')).toThrow('not yet');
    fails = false;
    expect([asked('a'), asked('a')]).toEqual([undefined, undefined]);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
