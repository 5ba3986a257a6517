import type { DestinationStream } from 'pino';
import { Conditions } from './conditions.ts';
import { startLogger } from './logger.ts';
import { startMetrics, type Metrics } from './metrics.ts';
import type { TelemetrySettings } from './settings.ts';
import type { Telemetry } from './telemetry.ts';
import { noTracing, startTracing, traceEndpoint } from './traces.ts';

/** Telemetry of a running service, with what its pages show. */
export interface RunningTelemetry extends Telemetry {
  readonly conditions: Conditions;
  readonly metrics: Metrics;
  /** Writes out what is left of logs and traces. */
  stop(): Promise<void>;
}

export interface TelemetryWorld {
  readonly environment?: NodeJS.ProcessEnv;
  /** Where log lines go; standard error without it. */
  readonly stream?: DestinationStream;
  readonly version?: string;
  readonly now?: () => Date;
}

/** Starts logs, metrics and, where somebody collects them, traces. */
export async function startTelemetry(settings: TelemetrySettings, world: TelemetryWorld = {}): Promise<RunningTelemetry> {
  const log = startLogger(settings.logLevel, world.stream);
  const metrics = startMetrics();
  const endpoint = traceEndpoint(settings, world.environment ?? process.env);
  const tracing = endpoint === undefined ? noTracing : await startTracing(endpoint, settings.traces.ratio, world.version ?? 'unknown');
  const conditions = new Conditions();
  const now = world.now ?? (() => new Date());
  return {
    log,
    metrics,
    conditions,
    count: (metric, by, labels) => metrics.count(metric, by, labels),
    gauge: (metric, value, labels) => metrics.gauge(metric, value, labels),
    observe: (metric, seconds, labels) => metrics.observe(metric, seconds, labels),
    trace: (name, parents, attributes, step) => tracing.trace(name, parents, attributes, step),
    condition(part, problem) {
      // Said with every delivery that is read: what is well and stays well costs next to nothing.
      if (problem === undefined && conditions.says(part, problem)) return;
      metrics.gauge('customer_pulse_condition', problem === undefined ? 1 : 0, { part });
      const known = conditions.list().some((condition) => condition.part === part);
      if (!conditions.note(part, problem, now())) return;
      if (problem !== undefined) log.warn('problem', { part, problem });
      else if (known) log.info('works again', { part });
    },
    async stop() {
      await tracing.stop();
      await log.flush();
    },
  };
}
