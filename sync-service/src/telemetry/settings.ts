import { z } from 'zod';

/** The section `telemetry` of the configuration. */
export const telemetrySettings = z.strictObject({
  logLevel: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('The least important log lines that are written, as JSON, to standard error.'),
  traces: z
    .strictObject({
      endpoint: z
        .url({ protocol: /^https?$/, error: 'must be an address such as https://collector.example.com:4318/v1/traces' })
        .optional()
        .describe(
          'Where OpenTelemetry traces are sent (OTLP over HTTP, with the path). Without it OTEL_EXPORTER_OTLP_ENDPOINT counts; without both there are no traces.',
        ),
      ratio: z.number().min(0).max(1).default(1).describe('The share of webhook requests that are traced, 0 to 1.'),
    })
    .prefault({})
    .describe('OpenTelemetry traces, from webhook to record.'),
});

export type TelemetrySettings = z.output<typeof telemetrySettings>;
