import { z } from 'zod';
import { checking } from '../checking.ts';
import { withQuery } from '../http/platformUrl.ts';
import { contentOf } from '../http/replies.ts';
import { checkSignature, revealed, withBodyId } from '../http/signature.ts';
import type { PlatformHttp } from '../platformHttp.ts';
import { walk, type Timeline } from '../pulling/timeline.ts';
import { walkParts } from '../pulling/timelines.ts';
import type { Source, SourceKind } from '../source.ts';
import { baseOf, pulling } from '../sourceBase.ts';
import { readDelivery } from './read.ts';
import { typeformSettings, type TypeformSettings } from './settings.ts';

const signing = { algorithm: 'sha256', encoding: 'base64', prefix: 'sha256=' } as const;

const listed = z.looseObject({ items: z.array(z.looseObject({ submitted_at: z.string() })) });

type Item = z.infer<typeof listed>['items'][number];

/** Typeform: signed webhooks, and the responses of each form in the order in which they were given. A response never changes. */
export const typeform: SourceKind<TypeformSettings> = {
  kind: 'typeform',
  title: 'Typeform',
  settings: typeformSettings,
  callsPerSecond: 2,
  open: (settings, { http }) => openTypeform(settings, http),
};

function openTypeform(settings: TypeformSettings, http: PlatformHttp): Source {
  const keys = revealed(settings.webhookSecret, settings.previousWebhookSecret);
  const { token, forms, pull } = settings;
  const timeline = (form: string): Timeline<Item> => timelineOf(form, settings, http);
  return {
    ...baseOf(settings),
    ...(keys.length === 0
      ? {}
      : {
          authenticate: ({ headers, rawBody }) =>
            withBodyId(checkSignature(rawBody, headers['typeform-signature'], keys, signing), rawBody),
        }),
    read: async (delivery) => readDelivery(delivery, settings),
    ...(token === undefined || forms.length === 0
      ? {}
      : {
          ...pulling(pull, (position, signal) => walkParts(forms, position, (form, from) => walk(timeline(form), from, pull, signal))),
          check: () => checking(() => checkForms(settings, http)),
        }),
  };
}

function timelineOf(form: string, settings: TypeformSettings, http: PlatformHttp): Timeline<Item> {
  return {
    pageSize: 1000,
    page: async (from, page) => (page === 1 ? responses(form, settings, http, 1000, from) : []),
    at: ({ submitted_at: submittedAt }) => Date.parse(submittedAt),
    body: (item) => Buffer.from(JSON.stringify({ form_id: form, item })),
  };
}

async function responses(
  form: string,
  settings: TypeformSettings,
  http: PlatformHttp,
  size: number,
  from?: Date,
): Promise<readonly Item[]> {
  const query = {
    page_size: size,
    sort: 'submitted_at,asc',
    response_type: 'completed',
    since: from === undefined ? undefined : Math.floor(from.getTime() / 1000),
  };
  const url = withQuery(`${settings.url}/forms/${encodeURIComponent(form)}/responses`, query);
  const reply = await http.send({ url, headers: { authorization: `Bearer ${settings.token?.reveal() ?? ''}` } });
  return contentOf(reply, listed, 'Typeform', settings.token?.origin ?? '').items;
}

async function checkForms(settings: TypeformSettings, http: PlatformHttp): Promise<string> {
  for (const form of settings.forms) await responses(form, settings, http, 1);
  return `Typeform answers, and its token may read the responses of ${settings.forms.length === 1 ? 'the form' : `all ${settings.forms.length} forms`}.`;
}
