import type { CollectionProcessorElement } from '../../metadata/flowTypes.ts';
import { FlowProblem } from '../problems.ts';
import { compileFilter } from './collectionFilter.ts';
import { compileMap } from './collectionMap.ts';
import { compileSort } from './collectionSort.ts';
import type { CompileElement } from './context.ts';

/** Sorts a collection in place, gives those of its items that meet conditions, or makes records out of them. */
export const compileCollectionProcessor: CompileElement<'collectionProcessors'> = (element, context) => {
  const collection = context.scope.resolve(element.collection);
  if (collection.type.kind !== 'collection') throw new FlowProblem(`"${element.collection}" isn't a collection.`);
  return compilers[element.processor](element, collection, collection.type.of, context);
};

const compilers: Readonly<Record<CollectionProcessorElement['processor'], typeof compileSort>> = {
  sort: compileSort,
  filter: compileFilter,
  map: compileMap,
};
