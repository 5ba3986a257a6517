import type { FlowElement } from '../../metadata/flowTypes.ts';
import type { CompiledElement, Exit, ParentNeed } from '../compiledFlow.ts';
import type { FlowScope } from '../scope.ts';
import type { CompiledFlow } from '../compiledFlow.ts';

/** What the compilers of elements work with. */
export interface ElementContext {
  readonly scope: FlowScope;
  /** The place that a connector leads to. @throws FlowProblem when there is no such element */
  readonly exit: (target: string | undefined) => Exit;
  /** The compiled flow of that name, asked for when it runs. */
  readonly subflow: (name: string) => CompiledFlow | undefined;
}

export type CompileElement<Kind extends FlowElement['kind']> = (
  element: Extract<FlowElement, { kind: Kind }>,
  context: ElementContext,
) => CompiledElement;

/** The needs of several expressions together. */
export function allNeeds(parts: readonly { readonly needs: readonly ParentNeed[] }[]): readonly ParentNeed[] {
  return parts.flatMap((part) => part.needs);
}
