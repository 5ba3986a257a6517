import type { Answer } from '../../answer.ts';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { answerFrom } from '../answers/answerFrom.ts';
import { asProperties, type QuestionAnswer, type Said } from '../answers/said.ts';
import { jsonIn, shapeProblem } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { response, webhook, type Response } from './payloads.ts';
import type { FormbricksSettings } from './settings.ts';

const events = ['responseCreated', 'responseUpdated', 'responseFinished'];

/** Reads a webhook or a pulled response. */
export function readDelivery({ via, body }: StoredDelivery, settings: FormbricksSettings): Reading {
  const json = jsonIn(body);
  if (json === undefined) return { problem: 'the body is no JSON' };
  if (via === 'pull') return readResponse(json, settings);
  const parsed = webhook.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const said = [parsed.data].flat().filter(({ event }) => events.includes(event));
  return said.length === 0 ? { ignored: 'an event of another kind' } : together(said.map(({ data }) => readResponse(data, settings)));
}

/** Several events of one delivery as one reading. */
function together(readings: readonly Reading[]): Reading {
  const [only] = readings;
  if (readings.length === 1 && only !== undefined) return only;
  const answers = readings.flatMap((reading): readonly Answer[] => ('answers' in reading ? (reading.answers ?? []) : []));
  const problems = readings.flatMap((reading) => ('problem' in reading ? [reading.problem] : []));
  return problems.length === 0 ? { answers } : { problem: problems.join('; '), answers };
}

function readResponse(json: unknown, settings: FormbricksSettings): Reading {
  const parsed = response.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const { surveyId, finished } = parsed.data;
  if (settings.surveyIds.length > 0 && !settings.surveyIds.includes(surveyId)) return { ignored: 'a survey that the settings do not name' };
  const composed = answerFrom(settings.name, saidBy(parsed.data), settings);
  if (!('answer' in composed)) return composed;
  // Each answered question is an event of its own; nothing is lost by waiting for the rating.
  if (finished === false && typeof composed.answer.rating !== 'number') return { ignored: 'a response that has no rating yet' };
  return { answers: [composed.answer] };
}

function saidBy(given: Response): Said {
  const email = given.contactAttributes?.['email'];
  const respondent = given.contactAttributes?.['userId'] ?? given.contact?.userId ?? given.contactId ?? given.contact?.id;
  return {
    responseId: given.id,
    respondedAt: given.createdAt,
    updatedAt: given.updatedAt,
    text: {
      survey: given.surveyId,
      ...(typeof email === 'string' ? { email } : {}),
      ...(typeof respondent === 'string' ? { respondent } : {}),
      ...(typeof given.language === 'string' && given.language !== 'default' ? { language: given.language } : {}),
    },
    properties: asProperties({ ...given.contactAttributes, ...given.variables, ...given.data }),
    questions: new Map(Object.entries(given.data).map(([id, value]): [string, QuestionAnswer] => [id, valuesOf(value)])),
  };
}

function valuesOf(value: unknown): QuestionAnswer {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value !== 'object' || value === null) return [];
  // A matrix: what was said to each row.
  return Object.entries(value).flatMap(([row, said]) => valuesOf(said).map((text) => `${row}: ${text}`));
}
