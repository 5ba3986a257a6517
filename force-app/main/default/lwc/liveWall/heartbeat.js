// Generated from lwc-ts-src/liveWall/heartbeat.ts by `npm run build:lwc`. Change the source, not this file.
import { isOvertaken, PATIENCE, refreshDelay, TICK } from './refreshLoop';
/**
 * Refreshes in a loop: again after the interval, later after each failure, at once after sleep, at midnight, and when the page
 * comes to the front or the network comes back. Stands still while nobody looks.
 */
export class Heartbeat {
    failures = 0;
    /** When the next refresh is due, in epoch milliseconds. */
    nextAt = 0;
    options;
    timer;
    lastTick = Date.now();
    isRefreshing = false;
    constructor(options) {
        this.options = options;
    }
    start() {
        this.lastTick = Date.now();
        this.plan();
        document.addEventListener('visibilitychange', this.onVisibility);
        window.addEventListener('online', this.now);
        window.addEventListener('offline', this.onOffline);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- a wall lives by its clock; `stop` ends it
        this.timer = window.setInterval(this.tick, TICK);
    }
    stop() {
        window.clearInterval(this.timer);
        document.removeEventListener('visibilitychange', this.onVisibility);
        window.removeEventListener('online', this.now);
        window.removeEventListener('offline', this.onOffline);
    }
    /** Refreshes at once, unless that is going on. */
    now = () => {
        if (!this.isRefreshing)
            void this.beat();
    };
    /** What came by itself, the first time, counts as a refresh too. */
    noteResult(succeeded) {
        if (this.isRefreshing)
            return;
        this.failures = succeeded ? 0 : this.failures + 1;
        this.plan();
    }
    tick = () => {
        const now = Date.now();
        const isOver = isOvertaken(this.lastTick, now, this.options.timeZone);
        this.lastTick = now;
        this.options.onTick(now);
        if (document.visibilityState === 'hidden')
            return;
        if (isOver || now >= this.nextAt)
            this.now();
    };
    onVisibility = () => {
        if (document.visibilityState !== 'visible')
            return;
        if (Date.now() >= this.nextAt || this.failures > 0)
            this.now();
    };
    onOffline = () => {
        this.noteResult(false);
        this.options.onTick(Date.now());
    };
    async beat() {
        this.isRefreshing = true;
        const succeeded = await this.succeeds();
        this.isRefreshing = false;
        this.failures = succeeded ? 0 : this.failures + 1;
        this.plan();
        this.options.onTick(Date.now());
    }
    /** A request that hangs is a lost connection too. */
    async succeeds() {
        const patience = new Promise((resolve) => {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- bounds the wait for an org that does not answer
            window.setTimeout(() => resolve(false), PATIENCE);
        });
        try {
            return await Promise.race([this.options.refresh(), patience]);
        }
        catch {
            return false;
        }
    }
    plan() {
        this.nextAt = Date.now() + refreshDelay(this.options.seconds(), this.failures, Math.random());
    }
}
