import { copyOf } from '../data.ts';
import { FlowFault } from '../faults.ts';
import { FlowProblem } from '../problems.ts';
import { compileValue } from '../values.ts';
import { fits } from '../conversions.ts';
import { allNeeds, type CompileElement, type ElementContext } from './context.ts';

type SubflowElement = Parameters<CompileElement<'subflows'>>[0];

/** Runs another flow inside this interview: its elements are grouped with those of the other interviews too. */
export const compileSubflow: CompileElement<'subflows'> = (element, context) => {
  const inputs = compileInputs(element, context);
  const outputs = compileOutputs(element, context);
  const exit = context.exit(element.connector);
  const compiled = {
    name: element.name,
    needs: allNeeds(inputs.map((input) => input.value)),
    rank: 0,
    step: (interview: Parameters<(typeof outputs)[number]['assign']>[0]) => {
      const called = context.subflow(element.flowName);
      if (called === undefined) throw new FlowFault(element.name, `The flow ${element.flowName} is not active.`);
      const given = inputs.map((input) => ({ name: input.name, data: copyOf(input.value.evaluate(interview)) }));
      interview.frames.push({ flow: interview.flow, data: interview.data, element: compiled });
      interview.flow = called;
      interview.data = called.emptyData.slice();
      interview.begin(called.start.target);
      for (const { name, data } of given) {
        const slot = called.inputs.get(name)?.slot;
        if (slot !== undefined) interview.data[slot] = data;
      }
      return interview.next;
    },
    finish: (interview: Parameters<(typeof outputs)[number]['assign']>[0], valueOf: (name: string) => ReturnType<typeof copyOf>) => {
      for (const output of outputs) output.assign(interview, copyOf(valueOf(output.name)));
      return exit.target;
    },
  };
  return compiled;
};

function calledFlow(
  element: SubflowElement,
  context: ElementContext,
): NonNullable<ReturnType<ElementContext['scope']['world']['flows']['get']>> {
  const called = context.scope.world.flows.get(element.flowName.toLowerCase());
  if (called === undefined) throw new FlowProblem(`there is no active flow named ${element.flowName}`);
  if (called.start.trigger !== 'None') throw new FlowProblem(`${element.flowName} starts by itself and cannot be called`);
  return called;
}

function compileInputs(element: SubflowElement, context: ElementContext): { name: string; value: ReturnType<typeof compileValue> }[] {
  const called = calledFlow(element, context);
  return element.inputs.map((input) => {
    const variable = called.variables.find((candidate) => candidate.name === input.name && candidate.isInput);
    if (variable === undefined) throw new FlowProblem(`${element.flowName} has no input variable ${input.name}`);
    // The platform's limit on names that pass between flows.
    if (input.name.length > 40) throw new FlowProblem(`the name ${input.name} is longer than 40 characters`);
    return {
      name: input.name.toLowerCase(),
      value: compileValue(input.value, context.scope.typeOfVariable(variable), context.scope.resolve),
    };
  });
}

function compileOutputs(
  element: SubflowElement,
  context: ElementContext,
): { name: string; assign: ReturnType<ElementContext['scope']['target']>['assign'] }[] {
  const called = calledFlow(element, context);
  const assigned = element.outputs.map((output) => {
    const variable = called.variables.find((candidate) => candidate.name === output.name && candidate.isOutput);
    if (variable === undefined) throw new FlowProblem(`${element.flowName} has no output variable ${output.name}`);
    const target = context.scope.target(output.to);
    if (!fits(context.scope.typeOfVariable(variable), target.type)) throw new FlowProblem(`${output.to} cannot hold ${output.name}`);
    return { name: output.name.toLowerCase(), assign: target.assign };
  });
  const stored = called.variables.flatMap((variable) => {
    const slot = variable.isOutput ? context.scope.slot(`${element.name}.${variable.name}`)?.slot : undefined;
    if (slot === undefined) return [];
    return [
      {
        name: variable.name.toLowerCase(),
        assign: ((interview, data) => void (interview.data[slot] = data)) satisfies ReturnType<
          ElementContext['scope']['target']
        >['assign'] as ReturnType<ElementContext['scope']['target']>['assign'],
      },
    ];
  });
  return [...assigned, ...stored];
}
