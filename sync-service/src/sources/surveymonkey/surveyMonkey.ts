import { checking } from '../checking.ts';
import { jsonIn, shapeProblem } from '../http/replies.ts';
import { checkSignature } from '../http/signature.ts';
import { walk } from '../pulling/timeline.ts';
import { walkParts } from '../pulling/timelines.ts';
import type { Reading, Source, SourceKind, SourceTools } from '../source.ts';
import { baseOf, pulling } from '../sourceBase.ts';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { SurveyMonkeyApi } from './api.ts';
import { event } from './payloads.ts';
import { checkedDetails, isWanted, readResponse } from './read.ts';
import { surveyMonkeySettings, type SurveyMonkeySettings } from './settings.ts';

const signing = { algorithm: 'sha1', encoding: 'base64' } as const;

const events = ['response_completed', 'response_updated'];

/** SurveyMonkey: webhooks that name a response, which is then fetched; and each survey's responses in the order of their last change. */
export const surveyMonkey: SourceKind<SurveyMonkeySettings> = {
  kind: 'surveymonkey',
  title: 'SurveyMonkey',
  settings: surveyMonkeySettings,
  callsPerSecond: 2,
  open: openSurveyMonkey,
};

function openSurveyMonkey(settings: SurveyMonkeySettings, tools: SourceTools): Source {
  const api = new SurveyMonkeyApi(settings, tools);
  const { clientId, clientSecret, surveyIds, pull } = settings;
  const key = clientId === undefined || clientSecret === undefined ? undefined : `${clientId}&${clientSecret.reveal()}`;
  return {
    ...baseOf(settings),
    ...(key === undefined
      ? {}
      : {
          // The response may have changed since the same event came before, so it has no id.
          authenticate: ({ headers, rawBody }) => checkSignature(rawBody, headers['sm-signature'], [key], signing),
        }),
    read: (delivery) => read(delivery, settings, api),
    ...(surveyIds.length === 0
      ? {}
      : pulling(pull, (position, signal) => walkParts(surveyIds, position, (id, from) => walk(api.timeline(id), from, pull, signal)))),
    check: () => checking(() => api.check(surveyIds)),
  };
}

async function read(delivery: StoredDelivery, settings: SurveyMonkeySettings, api: SurveyMonkeyApi): Promise<Reading> {
  const json = jsonIn(delivery.body);
  if (json === undefined) return { problem: 'the body is no JSON' };
  const response = delivery.via === 'pull' ? json : await fetched(json, delivery, settings, api);
  if (isReading(response)) return response;
  const checked = checkedDetails(response, settings);
  if (isReading(checked)) return checked;
  return readResponse(checked, await api.survey(checked.survey_id), settings);
}

async function fetched(json: unknown, delivery: StoredDelivery, settings: SurveyMonkeySettings, api: SurveyMonkeyApi): Promise<unknown> {
  const named = event.safeParse(json);
  if (!named.success) return { problem: shapeProblem(named.error) };
  const { event_type: type, object_id: id, resources } = named.data;
  if (!events.includes(type)) return { ignored: 'an event of another kind' };
  if (!isWanted(resources.survey_id, settings)) return { ignored: 'a survey that the settings do not name' };
  return (await api.response(resources.survey_id, id, delivery)) ?? { problem: 'SurveyMonkey has no such response (any more)' };
}

function isReading(value: unknown): value is Reading {
  return typeof value === 'object' && value !== null && ('problem' in value || 'ignored' in value);
}
