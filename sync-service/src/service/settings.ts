import { z } from 'zod';

/** The section `service` of the configuration: how the parts of a running service work together. */
export const serviceSettings = z.strictObject({
  pollMilliseconds: z
    .int()
    .min(50)
    .max(60_000)
    .default(1_000)
    .describe('How often the store is looked at for work that another process put there.'),
  leaseSeconds: z
    .int()
    .min(5)
    .max(600)
    .default(20)
    .describe('After how long without a sign of life the work of a worker is taken over by others (PostgreSQL).'),
  stopSeconds: z
    .int()
    .min(1)
    .max(600)
    .default(25)
    .describe('How long a stop waits for what is being done; what is not done then is done after the next start.'),
});

export type ServiceSettings = z.output<typeof serviceSettings>;
