/** What `navigator.wakeLock` gives, where the browser and its container have it. */
interface Sentinel {
  release(): Promise<void>;
}

/** Keeps the screen on while held. A browser or container that refuses changes nothing else. */
export class WakeLock {
  private sentinel: Sentinel | undefined;

  async hold(): Promise<void> {
    try {
      this.sentinel ??= await navigator.wakeLock.request('screen');
    } catch {
      this.sentinel = undefined;
    }
  }

  async release(): Promise<void> {
    const { sentinel } = this;
    this.sentinel = undefined;
    try {
      await sentinel?.release();
    } catch {
      // It was released already, as it is when the page goes to the back.
    }
  }
}
