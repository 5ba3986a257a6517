import type { CounterName, GaugeName, HistogramName, MetricLabels } from './metricNames.ts';

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
  count<Name extends CounterName>(metric: Name, by?: number, labels?: MetricLabels<Name>): void;
  /** Sets a gauge. */
  gauge<Name extends GaugeName>(metric: Name, value: number, labels?: MetricLabels<Name>): void;
  /** Notes a duration in seconds. */
  observe<Name extends HistogramName>(metric: Name, seconds: number, labels?: MetricLabels<Name>): void;
  /** Runs a step in a span; a thrown error marks it as failed. @param parents traceparents of what it continues (the first) or is linked to (the others) */
  trace<T>(name: string, parents: readonly (string | undefined)[], attributes: LogFields, step: (span: Span) => Promise<T>): Promise<T>;
  /**
   * What an operator should know about a part now; shown on the status page until it is said to be well again.
   * @param part `org`, `store`, `fields`, `invitations`, `source <name>`, `job <name>`
   * @param problem in words a person can act on, free of personal data and secrets; without one the part works
   */
  condition(part: string, problem?: string): void;
}

const nothing = (): void => undefined;
const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Says nothing: commands and tests that do not look at it. */
export const silentTelemetry: Telemetry = {
  log: silentLog,
  count: nothing,
  gauge: nothing,
  observe: nothing,
  condition: nothing,
  trace: async (_name, _parents, _attributes, step) => step({ set: nothing, traceparent: undefined }),
};
