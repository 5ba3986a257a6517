import assert from 'node:assert/strict';
import type { InputModel, InterviewState, NavigationAction, ScreenFieldModel, ScreenModel, WireValue } from '../screens/screenModel.ts';
import { packageWith, ref, set, variable } from './flowXml.ts';
import { screenFlowXml } from './screenXml.ts';
import { openTestOrg, type TestOrg } from './testOrg.ts';

/** What is given to a flow's variables or fields, by name. */
export type Answers = Readonly<Record<string, WireValue>>;

/** An org whose screen flow `Ask` has this body. @param more further components, by path @param flows further flows, by name */
export function orgWith(body: string, more: Readonly<Record<string, string>> = {}, flows: Readonly<Record<string, string>> = {}): TestOrg {
  return openTestOrg(packageWith({ Ask: screenFlowXml(body), ...flows }, more));
}

/** Starts the flow `Ask`. */
export function start(org: TestOrg, given: Answers = {}): InterviewState {
  const list = Object.entries(given).map(([name, value]) => ({ name, value }));
  return org.engine.screens.start('Ask', list, org.user);
}

/** What its user does on a screen. */
export function go(org: TestOrg, from: InterviewState, action: NavigationAction, answers: Answers = {}): InterviewState {
  const fields = Object.entries(answers).map(([field, value]) => ({ field, value }));
  return org.engine.screens.navigate({ interviewId: from.interviewId, step: from.step, action, fields }, org.user);
}

/** The screen that is shown; fails where there is none. */
export function shown(state: InterviewState): ScreenModel {
  assert.ok(state.screen, `no screen: ${state.status} ${state.error ?? ''}`);
  return state.screen;
}

/** A field of the screen, also one within a section. */
export function field(state: InterviewState, name: string): ScreenFieldModel {
  const inside = (list: readonly ScreenFieldModel[]): readonly ScreenFieldModel[] =>
    list.flatMap((one) => [one, ...(one.kind === 'section' ? one.columns.flatMap((column) => inside(column.fields)) : [])]);
  const found = inside(shown(state).fields).find((one) => one.name === name);
  assert.ok(found, `no field ${name}`);
  return found;
}

/** A field that something is written into. */
export function input(state: InterviewState, name: string): InputModel {
  const found = field(state, name);
  assert.equal(found.kind, 'input');
  return found;
}

/** An element that creates an order by the name in `Title`. */
export const createOrder = (next = '', more = ''): string =>
  `<recordCreates><name>Make</name>${next}${more}${set('Name', ref('Title'))}<object>Order__c</object></recordCreates>`;

export const output = (name: string, dataType: string): string => variable(name, dataType, '<isOutput>true</isOutput>');
export const inputVariable = (name: string): string => variable(name, 'String', '<isInput>true</isInput>');
