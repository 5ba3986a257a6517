import { answerFrom } from '../answers/answerFrom.ts';
import { asProperties, type QuestionAnswer, type Said } from '../answers/said.ts';
import { shapeProblem } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { response, type Response } from './payloads.ts';
import type { QualtricsSettings } from './settings.ts';

/**
 * 1 preview, 2 test, 8 spam, 256 synthetic; a status is a sum of these and of how the response came (4 imported, 16 offline, 32 employee
 * survey): 17 is a preview of an offline survey.
 * https://www.qualtrics.com/support/survey-platform/data-and-analysis-module/data/download-data/understanding-your-dataset/
 */
const noAnswer = 1 | 2 | 8 | 256;

/** Reads a response of the API or of an export. */
export function readResponse(survey: string, json: unknown, settings: QualtricsSettings): Reading {
  const parsed = response.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const { finished, status } = parsed.data.values;
  if (finished === 0) return { ignored: 'a response that is not finished' };
  if (typeof status === 'number' && (status & noAnswer) !== 0) return { ignored: 'a preview, a test or spam' };
  const composed = answerFrom(settings.name, saidBy(survey, parsed.data), settings);
  return 'answer' in composed ? { answers: [composed.answer] } : composed;
}

/** Whether answers to a survey are taken. */
export function isWanted(survey: string, { surveyIds }: QualtricsSettings): boolean {
  return surveyIds.length === 0 || surveyIds.includes(survey);
}

function saidBy(survey: string, { responseId, values, labels }: Response): Said {
  const recorded = textIn(values, 'recordedDate') ?? textIn(values, 'endDate') ?? '';
  const email = textIn(values, 'recipientEmail');
  const respondent = textIn(values, 'externalDataReference');
  const language = textIn(values, 'userLanguage');
  const channel = textIn(values, 'distributionChannel');
  return {
    responseId,
    respondedAt: recorded,
    updatedAt: recorded,
    score: npsIn(values, labels ?? {}),
    text: {
      survey,
      ...(email === undefined ? {} : { email }),
      ...(respondent === undefined ? {} : { respondent }),
      ...(language === undefined ? {} : { language: language.toLowerCase() }),
      ...(channel === undefined ? {} : { channel }),
    },
    properties: asProperties(values),
    questions: questionsOf(values, labels ?? {}),
  };
}

type Values = Response['values'];

/** Beside a Net Promoter question stands its group: QID3_NPS_GROUP. */
function npsIn(values: Values, labels: Values): number | null {
  const names = [...Object.keys(values), ...Object.keys(labels)];
  const question = names.map((name) => /^(QID\w*?)_NPS_GROUP$/.exec(name)?.[1]).find((name) => name !== undefined);
  const score = question === undefined ? undefined : values[question];
  return typeof score === 'number' ? score : null;
}

/** Answers by question id, as people read them: choices by their labels. */
function questionsOf(values: Values, labels: Values): ReadonlyMap<string, QuestionAnswer> {
  const names = Object.keys(values).filter((name) => name.startsWith('QID'));
  return new Map(names.map((name) => [name, textsOf(labels[name] ?? values[name])]));
}

function textsOf(value: Values[string] | undefined): QuestionAnswer {
  const said = Array.isArray(value) ? value : [value];
  return said.filter((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean').map(String);
}

function textIn(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
