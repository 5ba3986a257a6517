import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { answerFrom } from '../answers/answerFrom.ts';
import { asProperties, type QuestionAnswer, type Said } from '../answers/said.ts';
import { jsonIn, shapeProblem } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { formOf, formResponse, pulled, webhook, type FormResponse, type TypeformAnswer } from './payloads.ts';
import type { TypeformSettings } from './settings.ts';

/** Reads a webhook or a pulled response. */
export function readDelivery({ via, body }: StoredDelivery, settings: TypeformSettings): Reading {
  const json = jsonIn(body);
  if (json === undefined) return { problem: 'the body is no JSON' };
  if (via === 'pull') {
    const parsed = pulled.safeParse(json);
    return parsed.success ? readResponse(parsed.data.form_id, parsed.data.item, settings) : { problem: shapeProblem(parsed.error) };
  }
  const parsed = webhook.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  // Partial responses have no end yet; the whole one comes as form_response.
  if (parsed.data.event_type !== 'form_response') return { ignored: 'an event of another kind' };
  const form = formOf.safeParse(parsed.data.form_response);
  return form.success ? readResponse(form.data.form_id, parsed.data.form_response, settings) : { problem: shapeProblem(form.error) };
}

function readResponse(form: string, json: unknown, settings: TypeformSettings): Reading {
  if (settings.forms.length > 0 && !settings.forms.includes(form)) return { ignored: 'a form that the settings do not name' };
  const parsed = formResponse.safeParse(json);
  if (!parsed.success) return { problem: shapeProblem(parsed.error) };
  const composed = answerFrom(settings.name, saidBy(form, parsed.data), settings);
  return 'answer' in composed ? { answers: [composed.answer] } : composed;
}

function saidBy(form: string, response: FormResponse): Said {
  const answers = response.answers ?? [];
  const first = (fits: (answer: TypeformAnswer) => boolean): TypeformAnswer | undefined => answers.find(fits);
  const nps = first(({ field }) => field.type === 'nps');
  const comment = first(({ field }) => field.type === 'long_text');
  const email = first(({ type }) => type === 'email');
  const phone = first(({ type }) => type === 'phone_number');
  return {
    responseId: response.token,
    respondedAt: response.submitted_at,
    updatedAt: response.submitted_at,
    score: nps?.number ?? null,
    text: {
      survey: form,
      comment: comment?.text ?? null,
      ...(email === undefined ? {} : { email: email.email ?? null }),
      ...(phone === undefined ? {} : { phone: phone.phone_number ?? null }),
    },
    properties: { ...variablesOf(response), ...asProperties(response.hidden) },
    questions: new Map(answers.flatMap((answer) => namesOf(answer).map((name): [string, QuestionAnswer] => [name, valueOf(answer)]))),
  };
}

function variablesOf({ variables }: FormResponse): Said['properties'] {
  return Object.fromEntries((variables ?? []).map(({ key, text, number }) => [key, text ?? number ?? null]));
}

function namesOf({ field }: TypeformAnswer): readonly string[] {
  return field.ref === null || field.ref === undefined ? [field.id] : [field.id, field.ref];
}

function valueOf(answer: TypeformAnswer): QuestionAnswer {
  const { choice, choices } = answer;
  const single = [answer.text, answer.email, answer.phone_number, answer.url, answer.file_url, answer.date, answer.number, answer.boolean];
  const said = [...single, choice?.label, choice?.other, ...(choices?.labels ?? []), choices?.other];
  return said.filter((value) => value !== null && value !== undefined).map(String);
}
