import { z } from 'zod';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { jsonIn, shapeProblem } from '../http/replies.ts';
import type { Reading } from '../source.ts';

const kinds = { 'invitation.opened': 'opened', 'invitation.bounced': 'bounced' } as const;

const named = z.looseObject({ type: z.enum(['invitation.opened', 'invitation.bounced']) });

const event = named.extend({
  timestamp: z.iso.datetime({ offset: true }).optional(),
  data: z.strictObject({ invitation: z.string().min(1).max(80), at: z.iso.datetime({ offset: true }).optional() }),
});

/** What became of an invitation (`{"type": "invitation.opened", "data": {"invitation": id}}`), or undefined when the delivery is none of these. */
export function readEvent({ body, receivedAt }: StoredDelivery): Reading | undefined {
  const json = jsonIn(body);
  if (!named.safeParse(json).success) return undefined;
  const parsed = event.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const { type, timestamp, data } = parsed.data;
  const at = new Date(data.at ?? timestamp ?? receivedAt).toISOString();
  return { answers: [], events: [{ invitationId: data.invitation, kind: kinds[type], at }] };
}
