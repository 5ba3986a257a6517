import { asValue, isCollection, type FlowData } from '../data.ts';
import type { Action, ActionCall, ActionParameter, ParameterType } from './types.ts';

/** The text of an input; undefined when it is absent or blank. */
export function textInput(call: ActionCall, name: string): string | undefined {
  const value = asValue(call.inputs.get(name) ?? null);
  return value === null || value === '' ? undefined : String(value);
}

export function flagInput(call: ActionCall, name: string): boolean {
  return asValue(call.inputs.get(name) ?? null) === true;
}

/** The texts of an input that holds a list, or one value. */
export function listInput(call: ActionCall, name: string): string[] {
  const data: FlowData = call.inputs.get(name) ?? null;
  const items = isCollection(data) ? data : [data];
  return items.flatMap((item) => {
    const value = asValue(item);
    return value === null || value === '' ? [] : [String(value)];
  });
}

/** E-mail addresses of an input: separated by commas or in a list. */
export function addressInput(call: ActionCall, name: string): string[] {
  return listInput(call, name).flatMap((text) =>
    text
      .split(/[,;]/u)
      .map((address) => address.trim())
      .filter((address) => address !== ''),
  );
}

export function parameter(
  name: string,
  label: string,
  type: ParameterType,
  more: { required?: boolean; isList?: boolean; notRun?: boolean } = {},
): ActionParameter {
  const { required = false, isList = false, notRun = false } = more;
  return { name, label, type, required, isList, ...(notRun ? { notRun } : {}) };
}

/** The input of a call that asks for what is not run here; undefined when there is none. */
export function inputNotRun(action: Action, call: ActionCall): string | undefined {
  return action.inputs.find(
    ({ name, notRun }) => notRun === true && (flagInput(call, name) || (textInput(call, name) ?? 'false') !== 'false'),
  )?.name;
}
