import { asError, systemCode } from '../../errors.ts';
import { retryAfter } from '../../salesforce/backoff.ts';

/** What came of handing something over, told apart by whether it can have arrived. */
export type PostResult =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly retryAfterMs: number }
  /** It certainly did not arrive. */
  | { readonly kind: 'not reached'; readonly reason: string }
  /** It may have arrived: no answer came in time, or it broke off. */
  | { readonly kind: 'lost'; readonly reason: string };

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** Most of an answer that is read; what senders say is short. */
const largestAnswer = 64 * 1024;

/** Before a connection stands nothing was handed over. */
const beforeConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Posts once, never again by itself: whether repeating does harm only the caller knows. It never throws, and begins nothing after the signal. */
export async function post({ url, headers, body, timeoutMs }: PostRequest, signal: AbortSignal): Promise<PostResult> {
  if (signal.aborted) return { kind: 'not reached', reason: 'the service is stopping' };
  try {
    // A redirect would carry the signature or key to whatever address the answer names.
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfterMs = retryAfter(answer.headers.get('retry-after') ?? undefined, Date.now());
    return { kind: 'answered', status: answer.status, body: await beginningOf(answer), retryAfterMs };
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code !== undefined && beforeConnection.has(code)) return { kind: 'not reached', reason: code };
    return { kind: 'lost', reason: asError(thrown).name === 'TimeoutError' ? 'no answer in time' : (code ?? 'the connection broke off') };
  }
}

async function beginningOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (answer.body === null) return '';
  const body: AsyncIterable<Uint8Array> = answer.body;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestAnswer) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, largestAnswer);
}
