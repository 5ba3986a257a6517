/** Facts beside a log line: ids, codes, counts. Never a comment, an address or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One step of a trace. */
export interface Span {
  set(attributes: LogFields): void;
  /** W3C trace context, to be kept with what the step is about. */
  readonly traceparent: string | undefined;
}

export type Labels = Readonly<Record<string, string>>;

/** How the service says what it is doing. Metric names are in `metricNames.ts`. */
export interface Telemetry {
  readonly log: Log;
  /** Adds to a counter. */
  count(metric: string, by?: number, labels?: Labels): void;
  /** Sets a gauge. */
  gauge(metric: string, value: number, labels?: Labels): void;
  /** Notes a duration in seconds. */
  observe(metric: string, seconds: number, labels?: Labels): void;
  /** Runs a step in a span; a thrown error marks it as failed. @param parents traceparents of what it continues (the first) or is linked to (the others) */
  trace<T>(name: string, parents: readonly (string | undefined)[], attributes: LogFields, step: (span: Span) => Promise<T>): Promise<T>;
}

const silentLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Says nothing: commands and tests that do not look at it. */
export const silentTelemetry: Telemetry = {
  log: silentLog,
  count: () => undefined,
  gauge: () => undefined,
  observe: () => undefined,
  trace: async (_name, _parents, _attributes, step) => step({ set: () => undefined, traceparent: undefined }),
};
