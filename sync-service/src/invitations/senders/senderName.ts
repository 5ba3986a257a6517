import { z } from 'zod';

/** What every sender is told in the configuration. */
export const senderName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/, 'must be up to 40 letters, digits, spaces, dots or dashes')
  .describe('Name of the sender, as logs and the status page call it.');

export const surveyKeys = z.array(z.string().min(1).max(255)).min(1);
