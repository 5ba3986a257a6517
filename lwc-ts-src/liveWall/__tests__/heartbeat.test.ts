import { Heartbeat } from '../heartbeat';

describe('the heartbeat of a wall', () => {
  let heartbeat: Heartbeat | undefined;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-03-12T09:00:00Z') });
    jest.spyOn(Math, 'random').mockReturnValue(1);
  });

  afterEach(() => {
    heartbeat?.stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('refreshes after each interval', async () => {
    const refresh = begin(() => Promise.resolve(true));
    await jest.advanceTimersByTimeAsync(95_000);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('waits longer after each failure, and comes back to its interval', async () => {
    let works = false;
    const refresh = begin(() => (works ? Promise.resolve(true) : Promise.reject(new Error('no network'))));
    await jest.advanceTimersByTimeAsync(30_000);
    expect([refresh.mock.calls.length, heartbeat?.failures]).toEqual([1, 1]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([refresh.mock.calls.length, heartbeat?.failures]).toEqual([2, 2]);

    works = true;
    await jest.advanceTimersByTimeAsync(121_000);
    expect([refresh.mock.calls.length, heartbeat?.failures]).toEqual([3, 0]);
    await jest.advanceTimersByTimeAsync(31_000);
    expect(refresh).toHaveBeenCalledTimes(4);
  });

  it('gives up on an org that does not answer, and asks again', async () => {
    const refresh = begin(() => new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(51_000);
    expect(heartbeat?.failures).toBe(1);
    await jest.advanceTimersByTimeAsync(61_000);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('refreshes at once after sleep', async () => {
    const refresh = begin(() => Promise.resolve(true), 600);
    jest.setSystemTime(Date.now() + 7 * 3_600_000);
    await jest.advanceTimersByTimeAsync(1000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('refreshes at midnight where the user is', async () => {
    jest.setSystemTime(Date.parse('2026-03-12T22:59:55Z'));
    const refresh = begin(() => Promise.resolve(true), 600);
    await jest.advanceTimersByTimeAsync(6000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('stands still while nobody looks, and refreshes when somebody does again', async () => {
    const refresh = begin(() => Promise.resolve(true));
    show('hidden');
    await jest.advanceTimersByTimeAsync(600_000);
    expect(refresh).not.toHaveBeenCalled();
    show('visible');
    await jest.advanceTimersByTimeAsync(0);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('notices at once that the network is gone, and that it is back', async () => {
    const refresh = begin(() => Promise.resolve(true));
    window.dispatchEvent(new CustomEvent('offline'));
    expect(heartbeat?.failures).toBe(1);
    window.dispatchEvent(new CustomEvent('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect([refresh.mock.calls.length, heartbeat?.failures]).toEqual([1, 0]);
  });

  it('is still after it was stopped', async () => {
    const refresh = begin(() => Promise.resolve(true));
    heartbeat?.stop();
    await jest.advanceTimersByTimeAsync(600_000);
    window.dispatchEvent(new CustomEvent('online'));
    expect(refresh).not.toHaveBeenCalled();
  });

  function begin(answer: () => Promise<boolean>, seconds = 30): jest.Mock {
    const refresh = jest.fn(answer);
    heartbeat = new Heartbeat({ seconds: () => seconds, timeZone: 'Europe/Copenhagen', refresh, onTick: () => undefined });
    heartbeat.start();
    return refresh;
  }

  function show(state: DocumentVisibilityState): void {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new CustomEvent('visibilitychange'));
  }
});
