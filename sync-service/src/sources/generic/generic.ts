import { checkStandardWebhook, standardKey } from '../http/standardWebhooks.ts';
import { revealed } from '../http/signature.ts';
import type { SourceKind } from '../source.ts';
import { baseOf } from '../sourceBase.ts';
import { readDelivery } from './read.ts';
import { genericSettings, type GenericSettings } from './settings.ts';

/** Anything that can send answers in the service's own format, signed by Standard Webhooks. */
export const generic: SourceKind<GenericSettings> = {
  kind: 'generic',
  title: 'signed webhook',
  settings: genericSettings,
  callsPerSecond: 5,
  open: (settings) => {
    const keys = revealed(settings.secret, settings.previousSecret).map(standardKey);
    return {
      ...baseOf(settings),
      authenticate: (request, now) => checkStandardWebhook(request, keys, now),
      read: (delivery) => readDelivery(delivery, settings),
      check: async () => checkKeys(keys),
    };
  },
};

function checkKeys(keys: readonly Uint8Array[]): { readonly ok: boolean; readonly words: string } {
  const short = keys.some((key) => key.length < 24);
  return short
    ? { ok: false, words: 'A signing secret is shorter than 24 bytes. Make one with: echo whsec_$(openssl rand -base64 32)' }
    : { ok: true, words: 'Waits for signed webhooks.' };
}
