import { onRefresh } from './refreshSignal.ts';

/** What a wire hands to its component: both absent while loading. */
export interface WireResult<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
}

/**
 * The part that all Lightning Data Service wires share: they answer once their
 * configuration is complete, ask again when it changes or when the page is
 * refreshed, and drop answers that came too late.
 */
export abstract class DataWire<Config extends object, Data, Result = WireResult<Data>> {
  readonly #emit: (result: Result) => void;
  #config: Config | undefined;
  #configKey: string | undefined;
  #shown: string | undefined;
  #isReading = false;
  #changedMeanwhile = false;
  #turn = 0;
  #stops: (() => void)[] = [];

  constructor(emit: (result: Result) => void) {
    this.#emit = emit;
    this.#emit(this.loading());
  }

  /** What the component gets before anything is known. */
  protected abstract loading(): Result;

  /** What the component gets for data that was read. */
  protected abstract loaded(data: Data, config: Config): Result;

  /** What the component gets when reading failed. */
  protected abstract failed(error: unknown, config: Config): Result;

  /** Whether the configuration says enough to ask. */
  protected abstract isComplete(config: Config): boolean;

  /** Reads the data; an error is what the component gets as `error`. */
  protected abstract read(config: Config): Promise<Data>;

  /** Starts to listen for changes of what was read; returns what stops it. */
  protected watch(_config: Config, _again: () => void): () => void {
    return () => undefined;
  }

  /** Whether what the component has is about this record: its id stands in it. */
  protected shows(recordId: string): boolean {
    return this.#shown?.includes(recordId) === true;
  }

  connect(): void {
    this.#stops.push(onRefresh(() => this.readAgain()));
    this.#start();
  }

  update(config: Config): void {
    const key = JSON.stringify(config);
    if (key === this.#configKey) return;
    this.#configKey = key;
    this.#config = config;
    this.#stop();
    this.#stops.push(onRefresh(() => this.readAgain()));
    this.#start();
  }

  disconnect(): void {
    this.#turn += 1;
    this.#stop();
  }

  /**
   * Reads once more with the same configuration.
   * @param onlyChanges stay silent when the data is what the component has already
   */
  protected async readAgain(onlyChanges = false): Promise<void> {
    const config = this.#config;
    if (config === undefined || !this.isComplete(config)) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#isReading = true;
    this.#changedMeanwhile = false;
    const outcome = await this.#outcomeOf(config);
    if (turn !== this.#turn) return;
    this.#isReading = false;
    if (!onlyChanges || outcome.key === undefined || outcome.key !== this.#shown) this.#emit(outcome.result);
    this.#shown = outcome.key;
    this.#catchUp();
  }

  #catchUp(): void {
    if (this.#changedMeanwhile) void this.readAgain(true);
  }

  async #outcomeOf(config: Config): Promise<{ readonly result: Result; readonly key: string | undefined }> {
    try {
      const data = await this.read(config);
      return { result: this.loaded(frozen(data), config), key: JSON.stringify(data) };
    } catch (error) {
      return { result: this.failed(error, config), key: undefined };
    }
  }

  /** Something of what is shown changed. What is being read already is waited for: it may be the cause. */
  #onChange(): void {
    if (this.#isReading) this.#changedMeanwhile = true;
    else void this.readAgain(true);
  }

  #start(): void {
    const config = this.#config;
    if (config === undefined || !this.isComplete(config)) return;
    this.#stops.push(this.watch(config, () => this.#onChange()));
    void this.readAgain();
  }

  #stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}

/** A wire that answers `{data, error}`, as all but GraphQL do. */
export abstract class PlainDataWire<Config extends object, Data> extends DataWire<Config, Data> {
  protected override loading(): WireResult<Data> {
    return { data: undefined, error: undefined };
  }

  protected override loaded(data: Data): WireResult<Data> {
    return { data, error: undefined };
  }

  protected override failed(error: unknown): WireResult<Data> {
    return { data: undefined, error };
  }
}

/** Wired data is read-only, here as on the platform. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
