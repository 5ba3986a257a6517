import { answerFrom } from '../answers/answerFrom.ts';
import type { AnswerRules } from '../answers/answerRules.ts';
import { asProperties, type QuestionAnswer, type Said } from '../answers/said.ts';
import { jsonIn, shapeProblem } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { event, surveyResponse, type SurveyResponse } from './payloads.ts';
import type { DelightedSettings } from './settings.ts';

/** Reads a webhook's event, or a response as the API lists it. */
export function readDelivery({ via, body }: StoredDelivery, settings: DelightedSettings): Reading {
  const json = jsonIn(body);
  if (json === undefined) return { problem: 'the body is no JSON' };
  if (via === 'pull') return readResponse(json, settings);
  const said = event.safeParse(json);
  if (!said.success) return { problem: shapeProblem(said.error) };
  const { event_type: type, event_data: data } = said.data;
  if (type !== 'survey_response.created' && type !== 'survey_response.updated') return { ignored: 'an event of another kind' };
  return readResponse(data, settings);
}

function readResponse(json: unknown, settings: DelightedSettings): Reading {
  const parsed = surveyResponse.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const rated = rulesFor(parsed.data.survey_type, settings);
  if (!('rules' in rated)) return rated;
  const composed = answerFrom(settings.name, saidBy(parsed.data, rated.withScore), rated.rules);
  return 'answer' in composed ? { answers: [composed.answer] } : composed;
}

/** Only NPS has the scale 0 to 10; what another type means the settings must say. */
function rulesFor(type: string, settings: DelightedSettings): Rated | Reading {
  const setting = Object.hasOwn(settings.scales, type) ? settings.scales[type] : undefined;
  if (setting === 'ignore') return { ignored: 'a survey of a type that the settings leave out' };
  if (setting === 'no rating') return { rules: settings, withScore: false };
  if (setting !== undefined) return { rules: { ...settings, rating: { scale: setting } }, withScore: true };
  if (type === 'nps' || settings.rating !== undefined) return { rules: settings, withScore: true };
  return {
    problem: `a survey of type ${/^\w{1,20}$/.test(type) ? type : 'unknown'} has a scale of its own: say in scales what becomes of it`,
  };
}

interface Rated {
  readonly rules: AnswerRules;
  readonly withScore: boolean;
}

function saidBy(response: SurveyResponse, withScore: boolean): Said {
  const { person } = response;
  const known = typeof person === 'object' && person !== null ? person : undefined;
  return {
    responseId: response.id,
    respondedAt: isoOf(response.created_at),
    updatedAt: isoOf(response.updated_at ?? response.created_at),
    score: withScore ? (response.score ?? null) : null,
    text: {
      comment: response.comment ?? null,
      ...(known === undefined ? {} : { email: known.email ?? null, phone: known.phone_number ?? null }),
      ...(known?.locale === undefined ? {} : { language: known.locale }),
      ...(typeof person === 'string' ? { respondent: person } : known === undefined ? {} : { respondent: known.id }),
    },
    properties: asProperties(response.person_properties),
    questions: questionsOf(response),
  };
}

function questionsOf({ additional_answers: answers }: SurveyResponse): ReadonlyMap<string, QuestionAnswer> {
  return new Map(
    (answers ?? []).flatMap(({ value, question }): [string, QuestionAnswer][] => {
      const said = [
        value.free_response,
        value.scale === null || value.scale === undefined ? undefined : String(value.scale),
        value.select_one?.text,
      ];
      const answer = [...said, ...(value.select_many ?? []).map(({ text }) => text)].filter((text) => text !== null && text !== undefined);
      return [question.id, question.text ?? question.id].map((name) => [name, answer]);
    }),
  );
}

function isoOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
