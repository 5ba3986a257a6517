import { z } from 'zod';

/** An error as Salesforce reports it for a request or subrequest (`errorCode`) or for a record (`statusCode`). */
const requestError = z.object({ errorCode: z.string(), message: z.string().default('') });
const recordError = z.object({ statusCode: z.string(), message: z.string().default(''), fields: z.array(z.string()).default([]) });

/** The result of one record of a collection. */
export const recordResult = z.object({
  id: z.string().nullish(),
  success: z.boolean(),
  created: z.boolean().optional(),
  errors: z.array(recordError).default([]),
});

export const compositeReply = z.object({
  compositeResponse: z.array(z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() })),
});

export const collectionReply = z.array(recordResult);
export const errorReply = z.array(requestError).min(1);

export const queryReply = z.object({
  totalSize: z.number(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});

/** A record of a query's answer. */
export type QueriedRecord = Readonly<Record<string, unknown>>;

/** What became of one record: saved (`created` tells whether it is new), or refused with Salesforce's code. */
export type RecordResult =
  | { readonly success: true; readonly created: boolean | undefined }
  | { readonly success: false; readonly code: string; readonly message: string };
