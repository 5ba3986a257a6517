import { fits } from '../conversions.ts';
import { copyOf, isCollection, type FlowData } from '../data.ts';
import type { FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import type { CompileElement, ElementContext } from './context.ts';

/** Hands over one item after the other, each as a copy. */
export const compileLoop: CompileElement<'loops'> = (element, context) => {
  const collection = context.scope.resolve(element.collection);
  if (collection.type.kind !== 'collection') throw new FlowProblem(`"${element.collection}" isn't a collection.`);
  const assign = itemTarget(element.assignNextValueTo ?? element.name, collection.type.of, context);
  const listSlot = context.scope.addSlot(collection.type);
  const placeSlot = context.scope.addSlot({ kind: 'value', type: 'int' });
  const body = context.exit(element.nextValueConnector);
  const after = context.exit(element.noMoreValuesConnector);
  return {
    name: element.name,
    needs: collection.needs,
    rank: 0,
    step: (interview) => {
      const { data } = interview;
      // The list is taken once, when the loop begins: the body may change the collection.
      if (data[listSlot] === null) {
        data[listSlot] = asList(collection.evaluate(interview), element.descending);
        data[placeSlot] = 0;
      }
      const list = asList(data[listSlot] ?? null, false);
      const place = Number(data[placeSlot]);
      const item = list[place];
      data[placeSlot] = place + 1;
      if (item === undefined) {
        data[listSlot] = null;
        return after.target;
      }
      assign(interview, copyOf(item));
      return body.target;
    },
  };
};

function asList(data: FlowData, reversed: boolean): readonly FlowData[] {
  const list = isCollection(data) ? data : [];
  return reversed ? list.toReversed() : list;
}

/** Where an item of the collection goes. @throws FlowProblem when the resource cannot hold it */
export function itemTarget(name: string, type: FlowType, context: ElementContext): (interview: Interview, item: FlowData) => void {
  const slot = context.scope.slot(name);
  if (slot === undefined || !slot.assignable) throw new FlowProblem(`The variable "${name}" doesn't exist.`);
  if (!fits(type, slot.type)) throw new FlowProblem(`The variable "${name}" can't hold the items of the collection.`);
  return (interview, item) => {
    interview.data[slot.slot] = item;
  };
}
