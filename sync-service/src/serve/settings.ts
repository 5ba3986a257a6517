import { z } from 'zod';
import { secret } from '../secret.ts';

/** The section `serve` of the configuration: the service's own address. */
export const serveSettings = z.strictObject({
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('The address that is listened on. 0.0.0.0 in a container; put a proxy that speaks TLS in front.'),
  port: z.int().min(0).max(65_535).default(8780).describe('The port; 0 takes any free one.'),
  publicUrl: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://pulse.example.com' })
    .optional()
    .describe('The address under which platforms reach the service from outside; webhook addresses are shown with it.'),
  token: secret()
    .optional()
    .describe(
      'The password of the status page and of /metrics. Without it CUSTOMER_PULSE_TOKEN counts, else a random one is kept in the data folder.',
    ),
  bodyKilobytes: z.int().min(1).max(65_536).default(2_048).describe('The largest webhook body, in KB. Larger ones are answered 413.'),
  requestSeconds: z.int().min(1).max(120).default(15).describe('How long a request may take to arrive. Slower ones are cut off.'),
  connections: z.int().min(10).max(100_000).default(2_000).describe('Connections that may be open at once.'),
});

export type ServeSettings = z.output<typeof serveSettings>;
