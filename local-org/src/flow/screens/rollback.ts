import type { CompiledElement } from '../compiledFlow.ts';
import type { CompileElement } from '../elements/context.ts';

/** Roll Back Records: whoever runs the interview undoes what was saved since the last screen, and goes on. */
export const compileRollback: CompileElement<'recordRollbacks'> = (element, context) => {
  const compiled: CompiledElement = {
    name: element.name,
    needs: [],
    rank: 0,
    afterRollback: context.exit(element.connector),
    step: (interview) => {
      interview.waitsAt = compiled;
      return compiled;
    },
  };
  return compiled;
};
