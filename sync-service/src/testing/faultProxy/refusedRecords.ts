import { z } from 'zod';
import { jsonReply, type ProxiedReply, type ProxiedRequest } from './exchange.ts';

/** Says why a record is not saved; undefined lets it pass. */
export type RecordJudge = (record: unknown) => string | undefined;

type Forward = (request: ProxiedRequest) => Promise<ProxiedReply>;

const records = z.looseObject({ allOrNone: z.boolean().optional(), records: z.array(z.unknown()) });
const subrequest = z.looseObject({ referenceId: z.string(), body: z.unknown().optional() });
const composite = z.looseObject({ allOrNone: z.boolean().optional(), compositeRequest: z.array(subrequest) });
const compositeReply = z.looseObject({ compositeResponse: z.array(z.looseObject({ body: z.unknown() })) });

/** Sends a composite request without the refused records, and puts their refusals into the reply at their places. */
export async function compositeWithout(judge: RecordJudge, request: ProxiedRequest, forward: Forward): Promise<ProxiedReply> {
  const parsed = composite.safeParse(JSON.parse(request.body.toString('utf8')));
  if (!parsed.success) return forward(request);
  const splits = parsed.data.compositeRequest.map(({ body }) => split(judge, body));
  if (splits.every((one) => one.refused.size === 0)) return forward(request);
  const kept = parsed.data.compositeRequest.map((one, index) => ({ ...one, ...bodyOf(splits[index]) }));
  // A collection that lost all of its records would be a malformed request: the org never sees it.
  const sent = kept.filter((_, index) => !isEmpty(splits[index]));
  const replies = sent.length === 0 ? [] : await send({ ...parsed.data, compositeRequest: sent }, request, forward);
  if (!Array.isArray(replies)) return replies;
  const remaining = [...replies];
  const compositeResponse = parsed.data.compositeRequest.map(({ referenceId }, index) => {
    const one = splits[index];
    const reply = isEmpty(one) ? { body: [], httpHeaders: {}, httpStatusCode: 200, referenceId } : remaining.shift();
    return { ...reply, body: one === undefined ? reply?.body : spliced(reply?.body, one) };
  });
  return jsonReply(200, { compositeResponse });
}

/** The same for one collection of records. */
export async function collectionWithout(judge: RecordJudge, request: ProxiedRequest, forward: Forward): Promise<ProxiedReply> {
  const body: unknown = request.body.length === 0 ? undefined : JSON.parse(request.body.toString('utf8'));
  const one = split(judge, body);
  if (one.refused.size === 0) return forward(request);
  if (isEmpty(one)) return jsonReply(200, spliced([], one));
  const reply = await forward({ ...request, body: Buffer.from(JSON.stringify(bodyOf(one).body)) });
  if (reply.status !== 200) return reply;
  return jsonReply(200, spliced(JSON.parse(reply.body.toString('utf8')), one));
}

interface Split {
  /** The subrequest's body without the refused records; undefined where it has no records. */
  readonly body: z.infer<typeof records> | undefined;
  /** Place of a refused record in the request -> why. */
  readonly refused: ReadonlyMap<number, string>;
  readonly size: number;
}

function split(judge: RecordJudge, body: unknown): Split {
  const parsed = records.safeParse(body);
  if (!parsed.success) return { body: undefined, refused: new Map(), size: 0 };
  const refused = new Map<number, string>();
  parsed.data.records.forEach((record, place) => {
    const code = judge(record);
    if (code !== undefined) refused.set(place, code);
  });
  if (refused.size > 0 && parsed.data.allOrNone === true) {
    parsed.data.records.forEach((_, place) => refused.set(place, refused.get(place) ?? 'ALL_OR_NONE_OPERATION_ROLLED_BACK'));
  }
  const kept = parsed.data.records.filter((_, place) => !refused.has(place));
  return { body: { ...parsed.data, records: kept }, refused, size: parsed.data.records.length };
}

function bodyOf(one: Split | undefined): { readonly body?: z.infer<typeof records> } {
  return one?.body === undefined ? {} : { body: one.body };
}

function isEmpty(one: Split | undefined): boolean {
  return one?.body?.records.length === 0 && one.size > 0;
}

function spliced(results: unknown, { body, refused, size }: Split): unknown {
  const saved = z.array(z.unknown()).safeParse(results).data;
  if (body === undefined || saved === undefined) return results;
  return Array.from({ length: size }, (_, place) => {
    const code = refused.get(place);
    if (code === undefined) return saved.shift();
    return { success: false, errors: [{ statusCode: code, message: `${code}: by the fault proxy`, fields: [] }] };
  });
}

type Results = z.infer<typeof compositeReply>['compositeResponse'];

/** @returns the results, or the org's reply as it is when it refused the request */
async function send(body: unknown, request: ProxiedRequest, forward: Forward): Promise<Results | ProxiedReply> {
  const reply = await forward({ ...request, body: Buffer.from(JSON.stringify(body)) });
  const parsed = compositeReply.safeParse(reply.status === 200 ? JSON.parse(reply.body.toString('utf8')) : undefined);
  return parsed.success ? parsed.data.compositeResponse : reply;
}
