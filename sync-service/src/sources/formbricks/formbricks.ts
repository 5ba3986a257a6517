import { z } from 'zod';
import { checking } from '../checking.ts';
import { withQuery } from '../http/platformUrl.ts';
import { contentOf } from '../http/replies.ts';
import { revealed } from '../http/signature.ts';
import { checkStandardWebhook, standardKey } from '../http/standardWebhooks.ts';
import type { PlatformHttp } from '../platformHttp.ts';
import { walk, type Timeline } from '../pulling/timeline.ts';
import type { Source, SourceKind } from '../source.ts';
import { baseOf, pulling } from '../sourceBase.ts';
import { readDelivery } from './read.ts';
import { formbricksSettings, type FormbricksSettings } from './settings.ts';

const listed = z.looseObject({ data: z.array(z.looseObject({ createdAt: z.string(), updatedAt: z.string() })) });

type Listed = z.infer<typeof listed>['data'][number];

/** Formbricks, in its cloud or self-hosted: webhooks by Standard Webhooks, and its list of responses. */
export const formbricks: SourceKind<FormbricksSettings> = {
  kind: 'formbricks',
  title: 'Formbricks',
  settings: formbricksSettings,
  callsPerSecond: 5,
  open: (settings, { http }) => openFormbricks(settings, http),
};

function openFormbricks(settings: FormbricksSettings, http: PlatformHttp): Source {
  const keys = revealed(settings.webhookSecret, settings.previousWebhookSecret).map(standardKey);
  const responses = timelineOf(settings, http);
  return {
    ...baseOf(settings),
    ...(keys.length === 0 ? {} : { authenticate: (request, now) => checkStandardWebhook(request, keys, now) }),
    read: async (delivery) => readDelivery(delivery, settings),
    ...(settings.apiKey === undefined
      ? {}
      : {
          ...pulling(settings.pull, (position, signal) => walk(responses, position, settings.pull, signal)),
          check: () => checking(() => checkAccess(settings, http)),
        }),
  };
}

function timelineOf(settings: FormbricksSettings, http: PlatformHttp): Timeline<Listed> {
  const pageSize = 250;
  const { pullBy } = settings;
  return {
    pageSize,
    page: (from, page) =>
      list(settings, http, {
        limit: pageSize,
        skip: (page - 1) * pageSize,
        sortBy: pullBy,
        order: 'asc',
        filterDateField: pullBy,
        startDate: from?.toISOString(),
      }),
    at: (item) => Date.parse(item[pullBy]),
    body: (item) => Buffer.from(JSON.stringify(item)),
  };
}

async function list(
  settings: FormbricksSettings,
  http: PlatformHttp,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<readonly Listed[]> {
  const { url, apiKey } = settings;
  const reply = await http.send({
    url: withQuery(`${url}/api/v2/management/responses`, query),
    headers: { 'x-api-key': apiKey?.reveal() ?? '' },
  });
  return contentOf(reply, listed, 'Formbricks', apiKey?.origin ?? '').data;
}

async function checkAccess(settings: FormbricksSettings, http: PlatformHttp): Promise<string> {
  await list(settings, http, { limit: 1 });
  return 'Formbricks answers, and its key may read responses.';
}
