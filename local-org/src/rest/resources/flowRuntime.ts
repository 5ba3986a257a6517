import { SalesforceError } from '../../errors.ts';
import type { FlowArgument } from '../../flow/screens/flowArguments.ts';
import type { FieldAnswer, NavigationAction, WireValue } from '../../flow/screens/screenModel.ts';
import { isJsonObject, ok, type ApiRequest, type JsonObject, type JsonValue } from '../apiMessages.ts';
import type { Route } from '../route.ts';

const actions: readonly NavigationAction[] = ['NEXT', 'FINISH', 'BACK', 'PAUSE', 'CHANGE'];

/**
 * What pages call to run screen flows. The platform's own resource of these
 * addresses is not documented, and hands the interview's state to the page;
 * here the page gets no more than an id.
 */
export const flowRuntimeRoutes: readonly Route[] = [
  {
    pattern: 'connect/interaction/runtime/startFlow',
    methods: {
      POST: ({ org }, request) => {
        const body = bodyOf(request);
        const strict = body['ignoreUnknownArguments'] !== true;
        return ok(org.flows.screens.start(text(body, 'flowDevName'), pairs(body['arguments'] ?? [], 'name'), request.user, strict));
      },
    },
  },
  {
    pattern: 'connect/interaction/runtime/navigateFlow',
    methods: {
      POST: ({ org }, request) => {
        const body = bodyOf(request);
        const action = actions.find((known) => known === body['action']);
        if (action === undefined) throw invalid(`"action" must be one of ${actions.join(', ')}.`);
        const fields: readonly FieldAnswer[] = pairs(body['fields'] ?? [], 'field').map(({ name, value }) => ({ field: name, value }));
        const step = Number(body['step']);
        return ok(org.flows.screens.navigate({ interviewId: text(body, 'interviewId'), step, action, fields }, request.user));
      },
    },
  },
  {
    pattern: 'connect/interaction/runtime/resumeFlow',
    methods: { POST: ({ org }, request) => ok(org.flows.screens.resume(text(bodyOf(request), 'interviewId'), request.user)) },
  },
];

function bodyOf({ body }: ApiRequest): JsonObject {
  if (!isJson(body)) throw invalid('The request body must be an object.');
  return body;
}

/** What `readBodies` parsed is JSON. */
function isJson(body: unknown): body is JsonObject {
  return isJsonObject(body);
}

function text(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw invalid(`"${name}" is missing.`);
  return value;
}

/** A list of names and values. @param key the member that holds the name */
function pairs(list: JsonValue, key: string): readonly FlowArgument[] {
  const items: readonly JsonValue[] = Array.isArray(list) ? list : [];
  return items.map((item) => {
    const name = isJsonObject(item) ? item[key] : undefined;
    if (!isJsonObject(item) || typeof name !== 'string') throw invalid(`Each entry needs "${key}" and "value".`);
    const value: WireValue = item['value'] ?? null;
    return { name, value };
  });
}

function invalid(message: string): SalesforceError {
  return new SalesforceError('INVALID_API_INPUT', message);
}
