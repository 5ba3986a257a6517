import { z } from 'zod';

/** The section `inbox` of the configuration: how much is taken in at once. */
export const inboxSettings = z.strictObject({
  queue: z
    .int()
    .min(10)
    .max(100_000)
    .default(2_000)
    .describe('Webhook deliveries that may wait for the disk. What comes beyond is answered 503 with Retry-After, and not taken in.'),
  queueMegabytes: z.int().min(1).max(1_024).default(32).describe('How much those deliveries may weigh together, in MB.'),
  readers: z
    .int()
    .min(1)
    .max(64)
    .default(4)
    .describe('Deliveries of one source that are read at once, where reading means asking its platform.'),
});

export type InboxSettings = z.output<typeof inboxSettings>;
