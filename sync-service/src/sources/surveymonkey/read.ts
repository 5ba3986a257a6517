import { answerFrom } from '../answers/answerFrom.ts';
import { asProperties, asProperty, type QuestionAnswer, type Said } from '../answers/said.ts';
import { shapeProblem } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { details, type Details, type Given, type Question, type SurveyDetails } from './payloads.ts';
import { scoresOf } from './scores.ts';
import type { SurveyMonkeySettings } from './settings.ts';

/** A response's details, whose shape was checked, or why they are not taken. */
export function checkedDetails(json: unknown, settings: SurveyMonkeySettings): Details | Reading {
  const parsed = details.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const { survey_id: survey, response_status: status } = parsed.data;
  if (!isWanted(survey, settings)) return { ignored: 'a survey that the settings do not name' };
  if (!settings.partial && (status ?? 'completed') !== 'completed') return { ignored: 'a response that is not completed' };
  return parsed.data;
}

/** Whether answers to a survey are taken. */
export function isWanted(survey: string, { surveyIds }: SurveyMonkeySettings): boolean {
  return surveyIds.length === 0 || surveyIds.includes(survey);
}

/** Puts the answer together; the survey says what its choices mean. */
export function readResponse(response: Details, survey: SurveyDetails, settings: SurveyMonkeySettings): Reading {
  const questions = new Map((survey.pages ?? []).flatMap((page) => page.questions ?? []).map((question) => [question.id, question]));
  const composed = answerFrom(settings.name, saidBy(response, questions), settings);
  return 'answer' in composed ? { answers: [composed.answer] } : composed;
}

function saidBy(response: Details, questions: ReadonlyMap<string, Question>): Said {
  const given = (response.pages ?? []).flatMap((page) => page.questions);
  const answered = given.map(({ id, answers }) => ({ question: questions.get(id) ?? { id }, answers: answers ?? [] }));
  // By the survey, not by the response, which leaves out what was skipped: another question's score would take its place.
  const rating = [...questions.values()].find((question) => scoresOf(question) !== undefined);
  const scored = answered.find(({ question }) => question.id === rating?.id);
  const essay = answered.find(({ question }) => question.family === 'open_ended' && question.subtype === 'essay');
  const email = known(response.email_address) ?? known(response.metadata?.contact?.['email']?.value);
  const recipient = known(response.recipient_id);
  return {
    responseId: response.id,
    respondedAt: response.date_created,
    updatedAt: response.date_modified,
    score: scored === undefined ? null : (valuesOf(scored.question, scored.answers)[0] ?? null),
    text: {
      survey: response.survey_id,
      comment: essay === undefined ? null : (valuesOf(essay.question, essay.answers)[0] ?? null),
      ...(email === undefined ? {} : { email }),
      ...(recipient === undefined ? {} : { respondent: recipient }),
    },
    properties: { custom_value: asProperty(response.custom_value), ...asProperties(response.custom_variables) },
    questions: new Map(
      answered.flatMap(({ question, answers }) => {
        const value = valuesOf(question, answers);
        return namesOf(question).map((name): [string, QuestionAnswer] => [name, value]);
      }),
    ),
  };
}

function namesOf({ id, headings }: Question): readonly string[] {
  const heading = headings?.[0]?.heading;
  return heading === null || heading === undefined ? [id] : [id, heading];
}

function valuesOf(question: Question, answers: readonly Given[]): QuestionAnswer {
  const scores = scoresOf(question);
  const texts = new Map((question.answers?.choices ?? []).map(({ id, text }) => [id, text ?? '']));
  return answers
    .map(({ choice_id: choice, text }) => {
      const score = choice === null || choice === undefined ? undefined : scores?.get(choice);
      return score === undefined ? (text ?? texts.get(choice ?? '') ?? '') : String(score);
    })
    .filter((value) => value !== '');
}

function known(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
