import { createHash } from 'node:crypto';
import { emailHash } from './email.ts';
import { phoneHash } from './phone.ts';

/** Account pulses that share the respondents of one source who belong to no account: keeps each parent to a few thousand. */
export const sourceShards = 32;

/** Most answers under one anonymous contact pulse. */
export const anonymousShardSize = 10_000;

export function accountKey(accountId: string): string {
  return `A:${accountId}`;
}

/** The account pulse for a respondent without an account. Depends on the respondent's key alone, so it is always the same. */
export function sourceKey(source: string, contactPulseKey: string): string {
  const shard = createHash('sha256').update(contactPulseKey).digest().readUInt32BE(0) % sourceShards;
  return `S:${source}:${shard}`;
}

/** A known contact at one account; the last part is empty for a contact without an account. */
export function contactKey(contactId: string, accountId: string | undefined): string {
  return `C:${contactId}:${accountId ?? ''}`;
}

export function emailKey(normalisedEmail: string): string {
  return `E:${emailHash(normalisedEmail)}`;
}

export function leadKey(leadId: string): string {
  return `L:${leadId}`;
}

/** Somebody who is known by a phone number alone. @param normalised E.164 */
export function phoneKey(normalised: string): string {
  return `P:${phoneHash(normalised)}`;
}

/** Somebody who is known by a value of the configured external id field that no contact has (yet). */
export function unknownContactKey(value: string): string {
  return `K:${createHash('sha256').update(value).digest('hex')}`;
}

export function respondentKey(source: string, respondent: string): string {
  return `R:${source}:${respondent}`;
}

/** What anonymous answers of one month share, before the shard: `X:<AccountId or source>:<yyyymm>`. */
export function anonymousPrefix(accountIdOrSource: string, respondedAt: string): string {
  return `X:${accountIdOrSource}:${respondedAt.slice(0, 4)}${respondedAt.slice(5, 7)}`;
}

export function anonymousKey(prefix: string, shard: number): string {
  return `${prefix}:${shard}`;
}

/** `<response>:Customer:<reason>`, by its hash where that is too long for the field. */
export function reasonKey(responseExternalId: string, reason: string): string {
  const key = `${responseExternalId}:Customer:${reason}`;
  return key.length <= 255 ? key : `H:${createHash('sha256').update(key).digest('hex')}`;
}
