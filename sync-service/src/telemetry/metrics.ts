import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { counters, gauges, histograms, type CounterName, type GaugeName, type HistogramName, type MetricLabels } from './metricNames.ts';

/** Prometheus metrics of this process. */
export interface Metrics {
  count<Name extends CounterName>(metric: Name, by?: number, labels?: MetricLabels<Name>): void;
  gauge<Name extends GaugeName>(metric: Name, value: number, labels?: MetricLabels<Name>): void;
  observe<Name extends HistogramName>(metric: Name, seconds: number, labels?: MetricLabels<Name>): void;
  /** The exposition text and its content type. */
  exposition(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** From a commit of a millisecond to an answer that waited for a day. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400];

/** Registers every metric of `metricNames.ts`, and those of the process. */
export function startMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counterOf = new Map<string, Counter>();
  for (const [name, { help, labels }] of entries(counters)) {
    counterOf.set(name, new Counter({ name, help, labelNames: labels, registers: [registry] }));
  }
  const gaugeOf = new Map<string, Gauge>();
  for (const [name, { help, labels }] of entries(gauges)) {
    const gauge = new Gauge({ name, help, labelNames: labels, registers: [registry] });
    // Nothing is known yet: 0 would be taken for a figure.
    if (labels.length === 0) gauge.set(Number.NaN);
    gaugeOf.set(name, gauge);
  }
  const histogramOf = new Map<string, Histogram>();
  for (const [name, { help, labels }] of entries(histograms)) {
    histogramOf.set(name, new Histogram({ name, help, labelNames: labels, buckets, registers: [registry] }));
  }
  return {
    count: (metric, by = 1, labels = {} as never) => counterOf.get(metric)?.inc(labels, by),
    gauge: (metric, value, labels = {} as never) => gaugeOf.get(metric)?.set(labels, value),
    observe: (metric, seconds, labels = {} as never) => histogramOf.get(metric)?.observe(labels, Math.max(0, seconds)),
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function entries(definitions: Readonly<Record<string, { readonly help: string; readonly labels?: readonly string[] }>>) {
  return Object.entries(definitions).map(([name, { help, labels = [] }]) => [name, { help, labels: [...labels] }] as const);
}
