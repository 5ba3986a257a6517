import { z } from 'zod';

/** How a platform is asked for what is new. */
export const pullSettings = z
  .union([
    z.literal(false).describe('Never ask: webhooks alone bring answers'),
    z.strictObject({
      everySeconds: z.int().min(30).max(86_400).default(300).describe('How often to ask for what is new'),
      overlapSeconds: z
        .int()
        .min(0)
        .max(30 * 86_400)
        .default(3_600)
        .describe('How far before the last position each pull begins again: what a platform shows late is still found'),
      from: z.iso.date('must be a date such as 2025-01-31').optional().describe('Do not bring in what was answered before this day (UTC)'),
    }),
  ])
  .default({ everySeconds: 300, overlapSeconds: 3_600 })
  .describe('Asking the platform for what is new, beside its webhooks');

export type PullSettings = z.infer<typeof pullSettings>;
