import type { SpanContext } from '@opentelemetry/api';
import type { TelemetrySettings } from './settings.ts';
import type { LogFields, Span } from './telemetry.ts';

/** Runs steps in spans; see `Telemetry.trace`. */
export interface Tracing {
  trace<T>(name: string, parents: readonly (string | undefined)[], attributes: LogFields, step: (span: Span) => Promise<T>): Promise<T>;
  /** Sends what is left, for a few seconds at most. */
  stop(): Promise<void>;
}

/** Most links a span carries; OpenTelemetry's own default limit. */
const mostLinks = 128;

/** Hands trace contexts on without making spans. */
export const noTracing: Tracing = {
  trace: async (_name, parents, _attributes, step) => step({ set: () => undefined, traceparent: parents[0] }),
  stop: async () => undefined,
};

/** Where traces go: the setting, else OpenTelemetry's own variables (the traces' address whole, the general one without its path). */
export function traceEndpoint(settings: TelemetrySettings, environment: NodeJS.ProcessEnv): string | undefined {
  const general = environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  const fromEnvironment =
    environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? (general ? `${general.replace(/\/$/, '')}/v1/traces` : undefined);
  return settings.traces.endpoint ?? (fromEnvironment || undefined);
}

/** Starts OpenTelemetry's SDK; it is loaded only here, for it costs memory. */
export async function startTracing(endpoint: string, ratio: number, version: string): Promise<Tracing> {
  const api = await import('@opentelemetry/api');
  const sdk = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'customer-pulse-sync',
      'service.version': version,
    }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url: endpoint }))],
  });
  const tracer = provider.getTracer('customer-pulse');
  return {
    async trace(name, [first, ...others], attributes, step) {
      const parent = spanContext(first);
      const context = parent === undefined ? api.ROOT_CONTEXT : api.trace.setSpanContext(api.ROOT_CONTEXT, parent);
      const links = others.flatMap((other) => spanContext(other) ?? []).slice(0, mostLinks);
      const span = tracer.startSpan(name, { attributes: present(attributes), links: links.map((link) => ({ context: link })) }, context);
      try {
        return await step({ set: (more) => void span.setAttributes(present(more)), traceparent: traceparent(span.spanContext()) });
      } catch (thrown) {
        // The message may hold more than a trace should: its kind is enough.
        span.setStatus({ code: api.SpanStatusCode.ERROR, message: thrown instanceof Error ? thrown.name : 'failed' });
        throw thrown;
      } finally {
        span.end();
      }
    },
    async stop() {
      await provider.shutdown().catch(() => undefined);
    },
  };
}

function spanContext(header: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

function traceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

function present(fields: LogFields): Record<string, string | number | boolean> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
