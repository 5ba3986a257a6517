import type { CompiledFlow } from '../compiledFlow.ts';
import type { Interview } from '../interview.ts';
import type { OutputVariable } from './screenModel.ts';
import { toWire } from './wireValues.ts';

/** The flow's output variables as they are now. */
export function outputVariables(flow: CompiledFlow, interview: Interview): readonly OutputVariable[] {
  // Inside a called flow the variables of the one that was started lie in the outermost frame.
  const data = interview.frames[0]?.data ?? interview.data;
  return flow.definition.variables
    .filter((variable) => variable.isOutput)
    .flatMap(({ name, dataType, objectType, isCollection }) => {
      const output = flow.outputs.get(name.toLowerCase());
      if (output === undefined) return [];
      const value = toWire(data[output.slot] ?? null, output.type);
      return [{ flowName: flow.name, name, dataType: dataType.toUpperCase(), objectType: objectType ?? null, isCollection, value }];
    });
}
