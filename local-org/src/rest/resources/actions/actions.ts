import { standardActions } from '../../../flow/actions/catalog.ts';
import type { Action } from '../../../flow/actions/types.ts';
import { parameterType } from '../../../flow/flowType.ts';
import type { Org } from '../../../org.ts';
import { ok, type ApiRequest, type ApiResponse } from '../../apiMessages.ts';
import type { Route } from '../../route.ts';
import { resourceNotFound } from '../../wire/resultToJson.ts';
import { describeAction, describeFlow } from './describe.ts';
import { dataFromJson, inputsOf, invalidInput } from './inputs.ts';
import { invokeFlow } from './invokeFlow.ts';
import { dataToJson, refused, succeeded, type InvocationResult } from './outputs.ts';

/** Kinds of custom actions. Of Apex and quick actions there are none here. */
const customKinds = ['apex', 'emailAlert', 'flow', 'quickAction', 'sendNotification'] as const;

/** `/actions`: what flows and the platform offer to be called (REST API Developer Guide, "Invocable Actions"). */
export const actionRoutes: readonly Route[] = [
  {
    pattern: 'actions',
    methods: { GET: (_, request) => ok({ standard: at(request, 'standard'), custom: at(request, 'custom') }) },
  },
  {
    pattern: 'actions/standard',
    methods: {
      GET: (_, request) =>
        ok({ actions: standardActions.map(({ label, name, type }) => listed(request, label, name, type, `standard/${name}`)) }),
    },
  },
  {
    pattern: 'actions/standard/:name',
    methods: {
      GET: ({ org }, _request, { name = '' }) => ok(describeAction(standardAction(org, name), true)),
      POST: ({ org }, request, { name = '' }) => invokeAction(org, standardAction(org, name), request),
    },
  },
  {
    pattern: 'actions/custom',
    methods: { GET: (_, request) => ok(Object.fromEntries(customKinds.map((kind) => [kind, at(request, `custom/${kind}`)]))) },
  },
  {
    pattern: 'actions/custom/flow/:name',
    methods: {
      GET: ({ org }, _request, { name = '' }) => {
        const flow = org.flows.calls.flow(name);
        if (flow === undefined) throw resourceNotFound();
        return ok(describeFlow(flow));
      },
      POST: ({ org }, request, { name = '' }) => {
        const flow = org.flows.calls.flow(name);
        if (flow === undefined) throw resourceNotFound();
        return answer(invokeFlow(org, flow, request));
      },
    },
  },
  {
    pattern: 'actions/custom/emailAlert/:object/:name',
    methods: {
      GET: ({ org }, _request, { object = '', name = '' }) => ok(describeAction(emailAlert(org, object, name), false)),
      POST: ({ org }, request, { object = '', name = '' }) => invokeAction(org, emailAlert(org, object, name), request),
    },
  },
  {
    pattern: 'actions/custom/:kind',
    methods: { GET: ({ org }, request, { kind = '' }) => ok({ actions: customActions(org, request, kind) }) },
  },
];

function at({ version }: ApiRequest, path: string): string {
  return `/services/data/${version}/actions/${path}`;
}

function listed(request: ApiRequest, label: string, name: string, type: string, path: string): object {
  return { label, name, type: type.toUpperCase(), url: at(request, path) };
}

function customActions(org: Org, request: ApiRequest, kind: string): object[] {
  const known = customKinds.find((candidate) => candidate.toLowerCase() === kind.toLowerCase());
  const { calls } = org.flows;
  if (known === undefined) throw resourceNotFound();
  if (known === 'flow') return calls.flows.map(({ label, name }) => listed(request, label, name, 'flow', `custom/flow/${name}`));
  if (known !== 'emailAlert') return [];
  return calls
    .actions('emailAlert')
    .map(({ label, name }) => listed(request, label, name, 'emailAlert', `custom/emailAlert/${name.replace('.', '/')}`));
}

function standardAction(org: Org, name: string): Action {
  const action = standardActions.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  const known = action === undefined ? undefined : org.flows.calls.action(action.type, action.name);
  if (known === undefined) throw resourceNotFound();
  return known;
}

function emailAlert(org: Org, object: string, name: string): Action {
  const action = org.flows.calls.action('emailAlert', `${object}.${name}`);
  if (action === undefined) throw resourceNotFound();
  return action;
}

function invokeAction(org: Org, action: Action, request: ApiRequest): ApiResponse {
  const calls = inputsOf(request).map((input) => ({
    caller: 'REST',
    inputs: new Map(
      Object.entries(input).map(([name, value]) => {
        const parameter = action.inputs.find((candidate) => candidate.name === name);
        if (parameter === undefined) throw invalidInput(`The input parameter "${name}" isn't valid for the action "${action.name}".`);
        const of = parameterType(parameter);
        const isList = parameter.isList && Array.isArray(value);
        return [name, dataFromJson(value, isList ? { kind: 'collection', of } : of, name, org.schema)];
      }),
    ),
  }));
  const results = org.flows.calls.runAction(action, calls, request.user).map((result): InvocationResult => {
    if (!result.success) return refused(action.name, result.error.statusCode, result.error.message);
    if (action.outputs.length === 0) return succeeded(action.name, null);
    const values = action.outputs.map((output) => [
      output.name,
      dataToJson(result.outputs.get(output.name) ?? null, parameterType(output), request.version),
    ]);
    return succeeded(action.name, Object.fromEntries(values) as Record<string, unknown>);
  });
  return answer(results);
}

/** 200 when something was done, 400 when every entry failed. */
function answer(results: readonly InvocationResult[]): ApiResponse {
  return { status: results.some((result) => result.isSuccess) ? 200 : 400, body: results };
}
