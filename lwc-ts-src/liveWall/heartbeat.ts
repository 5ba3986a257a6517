import { isOvertaken, PATIENCE, refreshDelay, TICK } from './refreshLoop';

/** What keeps a wall alive: it asks for a refresh when its time has come, and tells every second what the time is. */
export interface HeartbeatOptions {
  readonly seconds: () => number;
  readonly timeZone: string;
  /** Reads everything again; rejects, or answers false, when that failed. */
  readonly refresh: () => Promise<boolean>;
  readonly onTick: (now: number) => void;
}

/**
 * Refreshes in a loop: again after the interval, later after each failure, at once after sleep, at midnight, and when the page
 * comes to the front or the network comes back. Stands still while nobody looks.
 */
export class Heartbeat {
  failures = 0;
  /** When the next refresh is due, in epoch milliseconds. */
  nextAt = 0;

  private readonly options: HeartbeatOptions;
  private timer: number | undefined;
  private lastTick = Date.now();
  private isRefreshing = false;

  constructor(options: HeartbeatOptions) {
    this.options = options;
  }

  start(): void {
    this.lastTick = Date.now();
    this.plan();
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('online', this.now);
    window.addEventListener('offline', this.onOffline);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a wall lives by its clock; `stop` ends it
    this.timer = window.setInterval(this.tick, TICK);
  }

  stop(): void {
    window.clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('online', this.now);
    window.removeEventListener('offline', this.onOffline);
  }

  /** Refreshes at once, unless that is going on. */
  readonly now = (): void => {
    if (!this.isRefreshing) void this.beat();
  };

  /** What came by itself, the first time, counts as a refresh too. */
  noteResult(succeeded: boolean): void {
    if (this.isRefreshing) return;
    this.failures = succeeded ? 0 : this.failures + 1;
    this.plan();
  }

  private readonly tick = (): void => {
    const now = Date.now();
    const isOver = isOvertaken(this.lastTick, now, this.options.timeZone);
    this.lastTick = now;
    this.options.onTick(now);
    if (document.visibilityState === 'hidden') return;
    if (isOver || now >= this.nextAt) this.now();
  };

  private readonly onVisibility = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (Date.now() >= this.nextAt || this.failures > 0) this.now();
  };

  private readonly onOffline = (): void => {
    this.noteResult(false);
    this.options.onTick(Date.now());
  };

  private async beat(): Promise<void> {
    this.isRefreshing = true;
    const succeeded = await this.succeeds();
    this.isRefreshing = false;
    this.failures = succeeded ? 0 : this.failures + 1;
    this.plan();
    this.options.onTick(Date.now());
  }

  /** A request that hangs is a lost connection too. */
  private async succeeds(): Promise<boolean> {
    const patience = new Promise<boolean>((resolve) => {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- bounds the wait for an org that does not answer
      window.setTimeout(() => resolve(false), PATIENCE);
    });
    try {
      return await Promise.race([this.options.refresh(), patience]);
    } catch {
      return false;
    }
  }

  private plan(): void {
    this.nextAt = Date.now() + refreshDelay(this.options.seconds(), this.failures, Math.random());
  }
}
