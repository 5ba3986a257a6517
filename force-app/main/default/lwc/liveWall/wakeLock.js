// Generated from lwc-ts-src/liveWall/wakeLock.ts by `npm run build:lwc`. Change the source, not this file.
/** Keeps the screen on while held. A browser or container that refuses changes nothing else. */
export class WakeLock {
    sentinel;
    async hold() {
        try {
            this.sentinel ??= await navigator.wakeLock.request('screen');
        }
        catch {
            this.sentinel = undefined;
        }
    }
    async release() {
        const { sentinel } = this;
        this.sentinel = undefined;
        try {
            await sentinel?.release();
        }
        catch {
            // It was released already, as it is when the page goes to the back.
        }
    }
}
