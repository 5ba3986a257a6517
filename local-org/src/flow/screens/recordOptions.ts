import type { FlowChoiceSet } from '../../metadata/screens/screenTypes.ts';
import type { OrderItem } from '../../soql/ast.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import type { ElementContext } from '../elements/context.ts';
import { RecordFilters } from '../elements/filters.ts';
import { queryForAll } from '../elements/recordQuery.ts';
import type { FlowType } from '../flowType.ts';
import { fieldOf } from '../recordPaths.ts';
import { optionOfRecord, outputTaker } from './choices.ts';
import type { OptionSource } from './compiledScreen.ts';

/** Metadata API Developer Guide, FlowDynamicChoiceSet: as many are shown unless told otherwise. */
const mostOptions = 200;

/** A record choice set: records that are asked for when the screen is reached. */
export function recordOptions(set: FlowChoiceSet, type: FlowType & { readonly kind: 'value' }, context: ElementContext): OptionSource {
  const { scope } = context;
  const { object } = scope.recordType(set.object ?? '');
  const filters = new RecordFilters(set.filters, object, context);
  const toOption = optionOfRecord(set, object, type);
  const names = [set.displayField ?? '', set.valueField ?? 'Id', ...set.outputs.map((output) => output.field)];
  const fields = names.map((name) => fieldOf(object, name).name);
  const query = { object, filters, fields: () => fields, orderBy: order(set, context) };
  const limit = set.limit ?? mostOptions;
  return {
    name: set.name,
    needs: filters.needs,
    options: (interview, run) => {
      const element: CompiledElement = { name: set.name, needs: filters.needs, rank: 0 };
      const found = queryForAll(query, [interview], element, run, () => limit);
      return found.get(interview)?.map(toOption);
    },
    take: outputTaker(set, object, scope),
  };
}

function order(set: FlowChoiceSet, context: ElementContext): OrderItem | undefined {
  if (set.sort === undefined) return undefined;
  const { object } = context.scope.recordType(set.object ?? '');
  const field = fieldOf(object, set.sort.field ?? set.displayField ?? '');
  return { by: [field.name], direction: set.sort.descending ? 'DESC' : 'ASC', nulls: 'FIRST' };
}
