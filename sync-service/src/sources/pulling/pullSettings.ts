import { z } from 'zod';

/** How a platform is asked for what is new. @param standard what holds where the configuration says nothing */
export function pullSettings(standard: { readonly everySeconds: number; readonly overlapSeconds: number }): z.ZodType<PullSettings> {
  const longestOverlap = 30 * 86_400;
  const pull = z.strictObject({
    everySeconds: z.int().min(30).max(86_400).default(standard.everySeconds).describe('How often to ask for what is new'),
    overlapSeconds: z
      .int()
      .min(0)
      .max(longestOverlap)
      .default(standard.overlapSeconds)
      .describe('How far before the last position each pull begins again: what a platform shows late is still found'),
    from: z.iso
      .date('must be a date such as 2025-01-31')
      .optional()
      .describe('Do not bring in what was last changed before this day (UTC)'),
  });
  return z
    .union([z.literal(false).describe('Never ask: webhooks alone bring answers'), pull])
    .default(standard)
    .describe('Asking the platform for what is new, beside its webhooks');
}

export type PullSettings = false | { readonly everySeconds: number; readonly overlapSeconds: number; readonly from?: string | undefined };
