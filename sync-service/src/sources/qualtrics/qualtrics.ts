import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { checking } from '../checking.ts';
import { jsonIn, shapeProblem } from '../http/replies.ts';
import { revealed } from '../http/signature.ts';
import { startOf } from '../pulling/timeline.ts';
import { walkParts, walkUnordered } from '../pulling/timelines.ts';
import type { PulledPage, PullPosition, Reading, Source, SourceKind, SourceTools } from '../source.ts';
import { baseOf, pulling } from '../sourceBase.ts';
import { QualtricsApi } from './api.ts';
import { checkEvent, namedIn } from './event.ts';
import { pulled } from './payloads.ts';
import { isWanted, readResponse } from './read.ts';
import { qualtricsSettings, type QualtricsSettings } from './settings.ts';

/** Qualtrics: events that name a response, which is then fetched; and exports of each survey. */
export const qualtrics: SourceKind<QualtricsSettings> = {
  kind: 'qualtrics',
  title: 'Qualtrics',
  settings: qualtricsSettings,
  callsPerSecond: 5,
  open: openQualtrics,
};

function openQualtrics(settings: QualtricsSettings, tools: SourceTools): Source {
  const api = new QualtricsApi(settings, tools);
  const keys = revealed(settings.sharedKey, settings.previousSharedKey);
  const { surveyIds, pull } = settings;
  const walkSurvey = (survey: string, position: PullPosition, signal: AbortSignal): AsyncGenerator<PulledPage> =>
    walkUnordered(api.exported(survey, startOf(position, pull), signal), position, signal);
  return {
    ...baseOf(settings),
    // The same event may come again after a change, so it has no id.
    ...(keys.length === 0 ? {} : { authenticate: ({ rawBody }) => checkEvent(rawBody, keys) }),
    read: (delivery) => read(delivery, settings, api),
    ...(surveyIds.length === 0
      ? {}
      : pulling(pull, (position, signal) => walkParts(surveyIds, position, (id, from) => walkSurvey(id, from, signal)))),
    check: () => checking(() => api.check(surveyIds)),
  };
}

async function read(delivery: StoredDelivery, settings: QualtricsSettings, api: QualtricsApi): Promise<Reading> {
  if (delivery.via === 'pull') {
    const parsed = pulled.safeParse(jsonIn(delivery.body));
    return parsed.success ? readResponse(parsed.data.survey_id, parsed.data.item, settings) : { problem: shapeProblem(parsed.error) };
  }
  const named = namedIn(delivery.body);
  if (named === undefined)
    return { problem: 'MSG names no SurveyID and ResponseID; an encrypted event cannot be read: subscribe with encrypt false' };
  if (!isWanted(named.survey, settings)) return { ignored: 'a survey that the settings do not name' };
  const response = await api.response(named.survey, named.response, delivery);
  return response === undefined ? { problem: 'Qualtrics has no such response (any more)' } : readResponse(named.survey, response, settings);
}
