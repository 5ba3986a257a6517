import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { jobOf, requestKind } from '../faultProxy/requestKind.ts';

// An org that answers at once and keeps nothing, for benchmarks: every record is saved, every query finds nothing, every bulk job is
// done when it is closed. What is left is the client's own cost.
const latencyMs = Number(process.argv[2] ?? 0);
const jobs = new Map<string, { readonly object: string; readonly operation: string; rows: string[] }>();
let nextId = 1;

const id = (): string => `a00${String(nextId++).padStart(12, '0')}AAA`;
const saved = (): unknown => ({ id: id(), success: true, created: true, errors: [] });

interface Collection {
  readonly records?: readonly unknown[];
}

interface Composite {
  readonly compositeRequest: readonly { readonly referenceId: string; readonly url: string; readonly body?: Collection }[];
}

function jobInfo(job: string): unknown {
  const { object = '', operation = '', rows = [] } = jobs.get(job) ?? {};
  // The first row is the header.
  const counts = { numberRecordsProcessed: Math.max(0, rows.length - 1), numberRecordsFailed: 0 };
  return { id: job, object, operation, state: 'JobComplete', contentType: 'CSV', jobType: 'V2Ingest', apiVersion: 66, ...counts };
}

function reply(method: string, url: string, body: Buffer): unknown {
  const json = (): unknown => JSON.parse(body.toString('utf8'));
  switch (requestKind(method, url)) {
    case 'login':
      return {
        access_token: '00D000000000001!instant',
        instance_url: origin,
        token_type: 'Bearer',
        id: `${origin}/id/00D000000000001AAA/005000000000001AAA`,
      };
    case 'query':
      return { totalSize: 0, done: true, records: [] };
    case 'composite':
      return {
        compositeResponse: (json() as Composite).compositeRequest.map(({ referenceId, url: address, body: part }) => ({
          referenceId,
          httpStatusCode: 200,
          httpHeaders: {},
          body: /\/query/.test(address) ? { totalSize: 0, done: true, records: [] } : (part?.records ?? []).map(saved),
        })),
      };
    case 'collections':
      return ((json() as Collection).records ?? []).map(saved);
    case 'create job': {
      const job = id();
      jobs.set(job, { ...(json() as { object: string; operation: string }), rows: [] });
      return { ...(jobInfo(job) as object), state: 'Open', contentUrl: `services/data/v66.0/jobs/ingest/${job}/batches` };
    }
    case 'upload': {
      const job = jobs.get(jobOf(url) ?? '');
      // The benchmark's rows have no line breaks within.
      if (job !== undefined)
        job.rows = body
          .toString('utf8')
          .split('\n')
          .filter((row) => row !== '');
      return '';
    }
    case 'job results':
      return results(jobs.get(jobOf(url) ?? '')?.rows ?? [], url);
    case 'close job':
    case 'job state':
      return jobInfo(jobOf(url) ?? '');
    default:
      return {};
  }
}

function results([header = '', ...rows]: readonly string[], url: string): string {
  if (/failed/i.test(url)) return `"sf__Id","sf__Error",${header}\n`;
  if (/unprocessed/i.test(url)) return `${header}\n`;
  return [`"sf__Id","sf__Created",${header}`, ...rows.map((row) => `"${id()}","true",${row}`), ''].join('\n');
}

async function answer(request: IncomingMessage): Promise<string> {
  const body = await buffer(request);
  const content = reply(request.method ?? '', request.url ?? '', body);
  return typeof content === 'string' ? content : JSON.stringify(content);
}

const server = createServer((request, response) => {
  void answer(request).then((text) => {
    const isCsv = requestKind(request.method ?? '', request.url ?? '') === 'job results';
    setTimeout(() => {
      response.setHeader('content-type', isCsv ? 'text/csv' : 'application/json;charset=UTF-8');
      response.setHeader('sforce-limit-info', 'api-usage=1/100000');
      response.end(text);
    }, latencyMs);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
console.log(`instant-org ready at ${origin}`);
process.on('SIGTERM', () => process.exit());
