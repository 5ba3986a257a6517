import { z } from 'zod';
import type { PlatformHttp } from '../platformHttp.ts';
import { checking } from '../checking.ts';
import { withQuery } from '../http/platformUrl.ts';
import { contentOf } from '../http/replies.ts';
import { checkSignature, revealed, withBodyId } from '../http/signature.ts';
import { walk, type Timeline } from '../pulling/timeline.ts';
import type { Source, SourceKind } from '../source.ts';
import { baseOf, pulling } from '../sourceBase.ts';
import { readDelivery } from './read.ts';
import { delightedSettings, type DelightedSettings } from './settings.ts';

const signing = { algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' } as const;

/** What a pull needs to know of a response; the rest is read later. */
const listed = z.array(z.looseObject({ created_at: z.number(), updated_at: z.number().nullish() }));

type Listed = z.infer<typeof listed>[number];

/** Delighted: signed webhooks, and its list of responses in the order of their last change. */
export const delighted: SourceKind<DelightedSettings> = {
  kind: 'delighted',
  title: 'Delighted',
  settings: delightedSettings,
  callsPerSecond: 5,
  open: (settings, { http }) => openDelighted(settings, http),
};

function openDelighted(settings: DelightedSettings, http: PlatformHttp): Source {
  const keys = revealed(settings.apiKey, settings.previousApiKey);
  const responses = timelineOf(settings, http);
  return {
    ...baseOf(settings),
    authenticate: ({ headers, rawBody }) =>
      withBodyId(checkSignature(rawBody, headers['x-delighted-webhook-signature'], keys, signing), rawBody),
    read: async (delivery) => readDelivery(delivery, settings),
    ...pulling(settings.pull, (position, signal) => walk(responses, position, settings.pull, signal)),
    check: () => checking(() => checkAccess(settings, http)),
  };
}

function timelineOf(settings: DelightedSettings, http: PlatformHttp): Timeline<Listed> {
  const pageSize = 100;
  return {
    pageSize,
    page: async (from, page) => {
      const query = {
        order: 'asc:updated_at',
        'expand[]': 'person',
        per_page: pageSize,
        page,
        updated_since: from === undefined ? undefined : Math.floor(from.getTime() / 1000),
      };
      const reply = await http.send({
        url: withQuery(`${settings.url}/v1/survey_responses.json`, query),
        headers: authorization(settings),
      });
      return contentOf(reply, listed, 'Delighted', settings.apiKey.origin);
    },
    at: (item) => (item.updated_at ?? item.created_at) * 1000,
    body: (item) => Buffer.from(JSON.stringify(item)),
  };
}

/** HTTP Basic, the key as the user and no password. */
function authorization({ apiKey }: DelightedSettings): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${apiKey.reveal()}:`).toString('base64')}` };
}

async function checkAccess(settings: DelightedSettings, http: PlatformHttp): Promise<string> {
  const reply = await http.send({
    url: withQuery(`${settings.url}/v1/survey_responses.json`, { per_page: 1 }),
    headers: authorization(settings),
  });
  contentOf(reply, listed, 'Delighted', settings.apiKey.origin);
  return 'Delighted answers, and its key may read responses.';
}
