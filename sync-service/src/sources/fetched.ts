import { PlatformUnavailable, type PlatformReply } from './platformHttp.ts';
import type { StoredDelivery } from '../store/ports/deliveries.ts';

/** A platform may tell of a response before its own API shows it. */
const triesUntilGone = 5;

/**
 * Whether a response that a notification names is gone.
 * @throws PlatformUnavailable the first times: it may only not be there yet
 */
export function isGone(reply: PlatformReply, delivery: StoredDelivery, platform: string): boolean {
  if (reply.status !== 404 && reply.status !== 410) return false;
  notYet(delivery, platform);
  return true;
}

/** @throws PlatformUnavailable the first times */
export function notYet(delivery: StoredDelivery, platform: string): void {
  if (delivery.attempts < triesUntilGone) throw new PlatformUnavailable(`${platform} does not show the response yet.`);
}
