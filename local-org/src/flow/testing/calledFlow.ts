import assert from 'node:assert/strict';
import type { FlowData } from '../data.ts';
import { flowXml, packageWith } from './flowXml.ts';
import { openTestOrg, type TestOrg } from './testOrg.ts';

/** An org whose flows are called; each begins at its element `First`. @param flows body of each by name */
export function orgWithCalled(flows: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}, now?: number): TestOrg {
  const xml = Object.entries(flows).map(([name, body]) => [name, flowXml({ body, first: 'First' })]);
  return openTestOrg(packageWith(Object.fromEntries(xml) as Record<string, string>, more), now === undefined ? {} : { now });
}

/** The outputs of one call. @throws AssertionError when the flow fails */
export function call(org: TestOrg, name: string, inputs: Readonly<Record<string, FlowData>> = {}): Readonly<Record<string, FlowData>> {
  const [outputs] = callAll(org, name, [inputs]);
  if (outputs === undefined) throw new Error('no outcome');
  assert.ok(typeof outputs !== 'string', JSON.stringify(outputs));
  return outputs;
}

/** The outputs of each call, or the message of its fault. */
export function callAll(
  org: TestOrg,
  name: string,
  inputs: readonly Readonly<Record<string, FlowData>>[],
): (Readonly<Record<string, FlowData>> | string)[] {
  const flow = org.engine.calls.flow(name);
  assert.ok(flow !== undefined, `there is no flow ${name}`);
  const given = inputs.map((one) => new Map(Object.entries(one).map(([key, data]) => [key.toLowerCase(), data])));
  return org.engine.calls
    .run(flow, given, org.user)
    .map((outcome) => (outcome.success ? Object.fromEntries(outcome.outputs) : outcome.message));
}

export const input = '<isInput>true</isInput>';
export const output = '<isOutput>true</isOutput>';
export const collection = '<isCollection>true</isCollection>';
export const ofObject = (name: string): string => `<objectType>${name}</objectType>`;

/** The message of a call that failed. */
export function faultOf(outcome: ReturnType<typeof callAll>[number] | undefined): string {
  assert.equal(typeof outcome, 'string', JSON.stringify(outcome));
  return typeof outcome === 'string' ? outcome : '';
}
