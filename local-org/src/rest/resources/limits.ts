import { ok } from '../apiMessages.ts';
import type { Route } from '../route.ts';

/** `/limits`: what a client may look at to pace itself. Only API calls are counted here. */
export const limitsRoutes: readonly Route[] = [
  {
    pattern: 'limits',
    methods: {
      GET: ({ usage }) => {
        const { used, max } = usage.today();
        return ok({
          DailyApiRequests: { Max: max, Remaining: Math.max(0, max - used) },
          DailyAsyncApexExecutions: { Max: 250_000, Remaining: 250_000 },
          DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
          DailyBulkV2QueryFileStorageMB: { Max: 976_562, Remaining: 976_562 },
          DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
          DataStorageMB: { Max: 1024, Remaining: 1024 },
          FileStorageMB: { Max: 1024, Remaining: 1024 },
          SingleEmail: { Max: 5000, Remaining: 5000 },
        });
      },
    },
  },
];
