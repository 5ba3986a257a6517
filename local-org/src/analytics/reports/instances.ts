import { idFromSerial } from '../../storage/ids.ts';

/** How far an asynchronous run is. */
export type InstanceStatus = 'New' | 'Running' | 'Success' | 'Error';

/** An asynchronous run of a report. */
export interface ReportInstance {
  /** 18 characters. */
  readonly id: string;
  readonly reportId: string;
  readonly reportName: string;
  readonly ownerId: string;
  readonly hasDetailRows: boolean;
  /** Epoch milliseconds. */
  readonly requestedAt: number;
  readonly completedAt: number | undefined;
  readonly status: InstanceStatus;
  /** What the run gave, in wire form. */
  readonly answer: Readonly<Record<string, unknown>> | undefined;
}

/** How long results are kept ("Run Reports Synchronously or Asynchronously"). */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Instances of a report that the API lists, and that are kept, at most. */
const MOST = 2000;

/**
 * Asynchronous runs and their results, in memory: a restart forgets them, as
 * a day does. The newest come first.
 */
export class ReportInstances {
  readonly #now: () => number;
  #instances: readonly ReportInstance[] = [];
  #serial: number;

  /** @param now epoch milliseconds by the org's clock */
  constructor(now: () => number) {
    this.#now = now;
    // Ids of an earlier start must not come back.
    this.#serial = Math.floor(Date.now() / 1000);
  }

  /** A new run; `work` is done when the request that asked for it has been answered. */
  begin(
    about: Pick<ReportInstance, 'reportId' | 'reportName' | 'ownerId' | 'hasDetailRows'>,
    work: () => Readonly<Record<string, unknown>>,
  ): ReportInstance {
    this.#serial += 1;
    const id = idFromSerial('0LG', this.#serial);
    const instance: ReportInstance = {
      ...about,
      id,
      requestedAt: this.#now(),
      completedAt: undefined,
      status: 'New',
      answer: undefined,
    };
    this.#instances = [instance, ...this.#kept()].slice(0, MOST);
    setImmediate(() => {
      this.#run(id, work);
    });
    return instance;
  }

  of(reportId: string, ownerId: string): readonly ReportInstance[] {
    return this.#kept().filter((instance) => instance.reportId === reportId && instance.ownerId === ownerId);
  }

  remove(id: string): void {
    this.#instances = this.#instances.filter((instance) => instance.id !== id);
  }

  #run(id: string, work: () => Readonly<Record<string, unknown>>): void {
    this.#change(id, { status: 'Running' });
    try {
      this.#change(id, { status: 'Success', answer: work(), completedAt: this.#now() });
    } catch {
      // Whoever asks for the result is told that the run failed.
      this.#change(id, { status: 'Error', completedAt: this.#now() });
    }
  }

  #change(id: string, changes: Partial<ReportInstance>): void {
    this.#instances = this.#instances.map((instance) => (instance.id === id ? { ...instance, ...changes } : instance));
  }

  #kept(): readonly ReportInstance[] {
    const oldest = this.#now() - KEPT_MS;
    return this.#instances.filter(({ requestedAt }) => requestedAt > oldest);
  }
}
