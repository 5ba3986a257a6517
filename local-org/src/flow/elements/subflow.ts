import type { FlowDefinition, SubflowElement } from '../../metadata/flowTypes.ts';
import type { CompiledElement, Expression } from '../compiledFlow.ts';
import { fits } from '../conversions.ts';
import { copyOf, type FlowData } from '../data.ts';
import { FlowFault } from '../faults.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem, notRunHere } from '../problems.ts';
import { compileValue } from '../values.ts';
import { allNeeds, type CompileElement, type ElementContext } from './context.ts';

/** The platform's limit on the names of values that pass between flows. */
const longestName = 40;

/** Runs another flow inside this interview: its elements are grouped with those of the other interviews too. */
export const compileSubflow: CompileElement<'subflows'> = (element, context) => {
  const called = calledFlow(element, context);
  const inputs = compileInputs(element, called, context);
  const outputs = [...assignedOutputs(element, called, context), ...storedOutputs(element, called, context)];
  const exit = context.exit(element.connector);
  const compiled: CompiledElement = {
    name: element.name,
    needs: allNeeds(inputs.map((input) => input.value)),
    rank: 0,
    step: (interview) => {
      const flow = context.subflow(element.flowName);
      if (flow === undefined) throw new FlowFault(element.name, `The flow ${element.flowName} is not active.`);
      const given = inputs.map((input) => ({ name: input.name, data: copyOf(input.value.evaluate(interview)) }));
      interview.frames.push({ flow: interview.flow, data: interview.data, element: compiled });
      interview.flow = flow;
      interview.data = flow.emptyData.slice();
      interview.begin(flow.start.target);
      for (const { name, data } of given) {
        const slot = flow.inputs.get(name)?.slot;
        if (slot !== undefined) interview.data[slot] = data;
      }
      return interview.next;
    },
    finish: (interview, valueOf) => {
      for (const output of outputs) output.assign(interview, copyOf(valueOf(output.name)));
      return exit.target;
    },
  };
  return compiled;
};

interface Input {
  readonly name: string;
  readonly value: Expression;
}

interface Output {
  readonly name: string;
  readonly assign: (interview: Interview, data: FlowData) => void;
}

function calledFlow(element: SubflowElement, context: ElementContext): FlowDefinition {
  const called = context.scope.world.flows.get(element.flowName.toLowerCase());
  if (called === undefined) {
    const stored = context.scope.world.otherFlows?.get(element.flowName.toLowerCase());
    if (stored !== undefined) throw notRunHere(`the subflow "${element.flowName}", which is ${stored},`);
    throw new FlowProblem(`The flow "${element.flowName}" doesn't exist.`);
  }
  if (called.start.trigger !== 'None')
    throw new FlowProblem(`The flow "${element.flowName}" has a trigger, so it can't be called as a subflow.`);
  if (called.hasScreens && !context.scope.definition.hasScreens)
    throw new FlowProblem(`The flow "${element.flowName}" has screens, so only a screen flow can call it.`);
  return called;
}

function compileInputs(element: SubflowElement, called: FlowDefinition, context: ElementContext): Input[] {
  return element.inputs.map(({ name, value }) => {
    const variable = called.variables.find((candidate) => candidate.name === name && candidate.isInput);
    if (variable === undefined) throw new FlowProblem(`The flow "${element.flowName}" has no input variable "${name}".`);
    if (name.length > longestName) throw new FlowProblem(`The variable name "${name}" is longer than ${longestName} characters.`);
    return { name: name.toLowerCase(), value: compileValue(value, context.scope.typeOfVariable(variable), context.scope.resolve) };
  });
}

function assignedOutputs(element: SubflowElement, called: FlowDefinition, context: ElementContext): Output[] {
  return element.outputs.map(({ name, to }) => {
    const variable = called.variables.find((candidate) => candidate.name === name && candidate.isOutput);
    if (variable === undefined) throw new FlowProblem(`The flow "${element.flowName}" has no output variable "${name}".`);
    const target = context.scope.target(to);
    if (!fits(context.scope.typeOfVariable(variable), target.type))
      throw new FlowProblem(`The variable "${to}" can't hold the output variable "${name}".`);
    return { name: name.toLowerCase(), assign: (interview, data) => target.assign(interview, data) };
  });
}

/** Outputs that stay readable as `<element>.<variable>`. */
function storedOutputs(element: SubflowElement, called: FlowDefinition, context: ElementContext): Output[] {
  return called.variables.flatMap((variable): Output[] => {
    const slot = variable.isOutput ? context.scope.slot(`${element.name}.${variable.name}`)?.slot : undefined;
    if (slot === undefined) return [];
    const assign: Output['assign'] = (interview, data) => {
      interview.data[slot] = data;
    };
    return [{ name: variable.name.toLowerCase(), assign }];
  });
}
