import { z } from 'zod';
import { waitFor, type Wait } from '../../../salesforce/backoff.ts';
import { RateLimit } from '../../../sources/http/rateLimit.ts';
import { standardKey, standardSignature } from '../../../sources/http/standardWebhooks.ts';
import { SetupError } from '../../../errors.ts';
import type { InvitationSender, ReadyInvitation, SendingOutcome } from '../../sender.ts';
import { atOnce } from '../atOnce.ts';
import { plainReason, usualOutcome } from '../outcome.ts';
import { post, type PostResult } from '../post.ts';
import { messageBody, messageId } from './message.ts';
import type { WebhookSenderSettings } from './settings.ts';

/** What a receiver may say; it need not say anything. */
const answer = z.object({
  sentAt: z.iso.datetime({ offset: true }).optional(),
  reason: z.string().optional(),
});

/**
 * Posts each invitation to an address of the customer's own, signed by Standard Webhooks 1.0. The `webhook-id` of an invitation is
 * always the same, so that a receiver can tell a repetition. 2xx: sent (or 409: had it already); 422: refused for good; anything
 * else: later.
 */
export function webhookSender(
  settings: WebhookSenderSettings,
  { now = () => new Date(), wait = waitFor }: { readonly now?: () => Date; readonly wait?: Wait } = {},
): InvitationSender {
  const key = standardKey(settings.secret.reveal());
  if (key.length < 16) {
    throw new SetupError(
      `The signing secret of the sender ${settings.name} (${settings.secret.origin}) is not usable: it must be whsec_ and base64 of at least 24 bytes.`,
    );
  }
  const limit = new RateLimit(settings.perSecond, () => performance.now(), wait);
  const to = `The receiver of the sender ${settings.name}`;

  async function send(invitation: ReadyInvitation, signal: AbortSignal): Promise<SendingOutcome> {
    await limit.turn(Number.POSITIVE_INFINITY, () => to);
    const body = messageBody(invitation, now());
    const id = messageId(invitation);
    const timestamp = Math.floor(now().getTime() / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'customer-pulse',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': standardSignature(id, timestamp, Buffer.from(body), key),
      ...(settings.authorization === undefined ? {} : { authorization: settings.authorization.reveal() }),
    };
    return outcomeOf(await post({ url: settings.url, headers, body, timeoutMs: settings.timeoutSeconds * 1000 }, signal));
  }

  function outcomeOf(result: PostResult): SendingOutcome {
    if (result.kind !== 'answered') return usualOutcome(result, to);
    const said = understood(result.body);
    if ((result.status >= 200 && result.status < 300) || result.status === 409) {
      return { kind: 'sent', ...(said?.sentAt === undefined ? {} : { sentAt: new Date(said.sentAt).toISOString() }) };
    }
    if (result.status === 422) return { kind: 'refused', reason: plainReason(said?.reason ?? `${to} refused it (status 422).`) };
    return usualOutcome(result, to);
  }

  return {
    name: settings.name,
    idempotent: settings.repeatable,
    reminds: true,
    send: (invitations, signal) => atOnce(invitations, settings.atOnce, (invitation) => send(invitation, signal)),
  };
}

function understood(body: string): z.infer<typeof answer> | undefined {
  try {
    return answer.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
