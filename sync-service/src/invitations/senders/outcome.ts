import type { SendingOutcome } from '../sender.ts';
import type { PostResult } from './post.ts';

type Answered = Extract<PostResult, { kind: 'answered' }>;

/** What statuses mean that every sending side uses alike. */
export function usualOutcome(result: PostResult, to: string): SendingOutcome {
  if (result.kind === 'not reached') return { kind: 'later', reason: `${to} cannot be reached (${result.reason}).` };
  if (result.kind === 'lost') return { kind: 'unsure', reason: `${to} did not answer (${result.reason}).` };
  return outcomeOfStatus(result, to);
}

function outcomeOfStatus({ status, retryAfterMs }: Answered, to: string): SendingOutcome {
  const later = (reason: string): SendingOutcome => ({ kind: 'later', reason, ...(retryAfterMs > 0 ? { retryAfterMs } : {}) });
  if (status === 429) return later(`${to} takes no more for now (status 429).`);
  if (status === 503) return later(`${to} cannot take anything now (status 503).`);
  if (status >= 500 || status === 408) return { kind: 'unsure', reason: `${to} failed (status ${status}).` };
  if (status === 401 || status === 403)
    return later(`${to} refuses the credentials (status ${status}): correct the secret or key in the sender's settings.`);
  if (status === 404 || status === 405)
    return later(`${to} knows no such address (status ${status}): correct it in the sender's settings.`);
  if (status === 410) return later(`${to} says that it is not used any more (status 410): correct the sender's settings.`);
  if (status >= 300 && status < 400)
    return later(`${to} redirects to another address (status ${status}): correct it in the sender's settings.`);
  return later(`${to} does not accept the request (status ${status}).`);
}

/** A reason as the org may keep it: one line, no addresses, within its field. */
export function plainReason(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[^\s"'<>():,;=]+@[^\s"'<>():,;=]+/g, '(e-mail address)')
    .replace(/\+?\d[\d ()/-]{6,}\d/g, '(number)')
    .trim();
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
